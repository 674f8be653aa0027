package fr.hubee.mail.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Computes when a failed mail is tried again: soon at first, then at growing intervals, up to a limit. */
final class RetryPolicy {
    /** Since posting, or since an administrator retried it. */
    static final Duration LONGEST = Duration.ofDays(3);

    private static final List<Duration> DELAYS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));
    private static final Duration AFTERWARDS = Duration.ofHours(4);

    private RetryPolicy() {}

    /**
     * @param attempts made so far
     * @param end of the retry period: the last attempt is then
     * @return empty when the mail is abandoned
     */
    static Optional<Instant> next(int attempts, Instant now, Instant end) {
        if (!now.isBefore(end)) {
            return Optional.empty();
        }
        var next = now.plus(attempts <= DELAYS.size() ? DELAYS.get(attempts - 1) : AFTERWARDS);
        return Optional.of(next.isBefore(end) ? next : end);
    }
}
