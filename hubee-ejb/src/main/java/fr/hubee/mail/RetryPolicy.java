package fr.hubee.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a mail that could not leave is tried again: soon at first, then ever later, and not for ever. */
final class RetryPolicy {
    /** From posting, or from when an administrator has relaunched it. */
    static final Duration LONGEST = Duration.ofDays(3);

    private static final List<Duration> DELAYS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));
    private static final Duration AFTERWARDS = Duration.ofHours(4);

    private RetryPolicy() {}

    /**
     * @param attempts made so far
     * @param end until when it is tried: a last time then
     * @return empty when it is given up
     */
    static Optional<Instant> next(int attempts, Instant now, Instant end) {
        if (!now.isBefore(end)) {
            return Optional.empty();
        }
        var next = now.plus(attempts <= DELAYS.size() ? DELAYS.get(attempts - 1) : AFTERWARDS);
        return Optional.of(next.isBefore(end) ? next : end);
    }
}
