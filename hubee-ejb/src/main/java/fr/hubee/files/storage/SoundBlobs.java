package fr.hubee.files.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Blobs that this server has recently verified and that were not written to since: repeated or partial reads need no
 * second verification.
 */
@ApplicationScoped
class SoundBlobs {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 2_000;

    private final Map<BlobKey, Sound> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<BlobKey, Sound> eldest) {
            return size() > MOST;
        }
    };

    @Inject
    Clock clock;

    private record Sound(String stamp, Instant until) {}

    boolean isKnown(BlobKey key, String stamp) {
        synchronized (known) {
            var sound = known.get(key);
            return sound != null && sound.stamp().equals(stamp) && sound.until().isAfter(clock.instant());
        }
    }

    void note(BlobKey key, String stamp) {
        synchronized (known) {
            known.put(key, new Sound(stamp, clock.instant().plus(KEPT)));
        }
    }
}
