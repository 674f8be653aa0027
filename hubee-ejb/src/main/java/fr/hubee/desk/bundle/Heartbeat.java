package fr.hubee.desk.bundle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongPredicate;

/** Reports every few seconds how much has been read, and stops the work when the bundle is no longer wanted. */
final class Heartbeat implements CaseZip.Meter {
    static final Duration PAUSE = Duration.ofSeconds(2);

    private final Clock clock;
    private final LongPredicate heard;
    private Instant next;
    private long read;

    /** @param heard receives the number of bytes read so far; returns whether to continue */
    Heartbeat(Clock clock, LongPredicate heard) {
        this.clock = clock;
        this.heard = heard;
        this.next = clock.instant().plus(PAUSE);
    }

    @Override
    public void read(int bytes) throws BundleLost {
        read += bytes;
        var now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PAUSE);
        if (!heard.test(read)) {
            throw new BundleLost();
        }
    }
}
