package fr.hubee.exchange.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Computes when a failed webhook is sent again: by the schedule of Standard Webhooks, somewhat later at random, for three days. */
final class WebhookRetries {
    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** Longest wait that a receiver may ask for. */
    static final Duration LONGEST = Duration.ofHours(24);

    private static final double JITTER = 0.1;

    private WebhookRetries() {}

    /**
     * @param attempts made so far
     * @param asked for by the receiver ({@code Retry-After}); null when it did not
     * @param random from 0 to 1
     * @return empty when it is given up
     */
    static Optional<Instant> next(int attempts, Instant now, Duration asked, double random) {
        if (attempts > DELAYS.size()) {
            return Optional.empty();
        }
        var delay = later(DELAYS.get(attempts - 1), random);
        var wanted = asked == null || asked.compareTo(delay) < 0 ? delay : asked;
        return Optional.of(now.plus(wanted.compareTo(LONGEST) > 0 && asked != null ? later(LONGEST, 0) : wanted));
    }

    private static Duration later(Duration delay, double random) {
        return delay.plusMillis((long) (delay.toMillis() * JITTER * random));
    }
}
