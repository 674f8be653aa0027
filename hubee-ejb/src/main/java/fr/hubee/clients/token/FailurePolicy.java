package fr.hubee.clients.token;

import java.time.Duration;
import java.time.Instant;

/** Delays after refused attempts: none for the first five, then doubling, up to a quarter of an hour. */
final class FailurePolicy {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private FailurePolicy() {}

    /** Returns how long a client must still wait; zero when it may try. */
    static Duration waitAfter(int failures, Instant last, Instant now) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        long seconds = Math.min(1L << Math.min(failures - FREE, 30), LONGEST.toSeconds());
        var rest = Duration.between(now, last.plusSeconds(seconds));
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /** The answer to a client that must still wait. */
    static RateLimit limit(Duration wait) {
        return new RateLimit("failures", FREE, LONGEST.toSeconds(), 0, wait, true);
    }
}
