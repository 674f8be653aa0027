package fr.hubee.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Lets one line a minute pass, and counts the others. */
public final class OncePerMinute {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Instant last;
    private long unsaid;

    /** @return how many were held back since the last one, when this one passes */
    public synchronized OptionalLong next(Instant now) {
        if (last != null && Duration.between(last, now).abs().compareTo(MINUTE) < 0) {
            unsaid++;
            return OptionalLong.empty();
        }
        var before = unsaid;
        last = now;
        unsaid = 0;
        return OptionalLong.of(before);
    }

    /** It is over: the next one passes at once. */
    public synchronized void over() {
        last = null;
        unsaid = 0;
    }
}
