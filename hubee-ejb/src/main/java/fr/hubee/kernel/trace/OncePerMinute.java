package fr.hubee.kernel.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Limits a log message to one a minute, and counts those left out. */
public final class OncePerMinute {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Instant last;
    private long unsaid;

    /** @return how many were left out since the last one; empty when this one must be left out too */
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

    /** The problem is over: the next message is logged at once. */
    public synchronized void over() {
        last = null;
        unsaid = 0;
    }
}
