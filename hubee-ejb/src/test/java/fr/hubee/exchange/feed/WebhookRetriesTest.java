package fr.hubee.exchange.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookRetriesTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void tenAttemptsAreMadeInThreeDaysAndSomeHours() {
        var at = NOON;
        int attempts = 1;
        for (var next = WebhookRetries.next(attempts, at, null, 0);
                next.isPresent();
                next = WebhookRetries.next(attempts, at, null, 0)) {
            at = next.get();
            attempts++;
        }
        assertEquals(10, attempts);
        assertEquals(Duration.ofHours(75).plusMinutes(35).plusSeconds(5), Duration.between(NOON, at));
    }

    @Test
    void aRetryIsAtRandomUpToATenthLater() {
        assertEquals(Optional.of(NOON.plusSeconds(5)), WebhookRetries.next(1, NOON, null, 0));
        assertEquals(Optional.of(NOON.plusMillis(5250)), WebhookRetries.next(1, NOON, null, 0.5));
        assertEquals(Optional.of(NOON.plusSeconds(330)), WebhookRetries.next(2, NOON, null, 1));
    }

    @Test
    void theReceiverMayAskForALaterOneOfADayAtMost() {
        assertEquals(Optional.of(NOON.plusSeconds(60)), WebhookRetries.next(1, NOON, Duration.ofMinutes(1), 0.5));
        assertEquals(Optional.of(NOON.plusSeconds(300)), WebhookRetries.next(2, NOON, Duration.ofMinutes(1), 0));
        assertEquals(Optional.of(NOON.plusSeconds(5)), WebhookRetries.next(1, NOON, Duration.ofDays(-1), 0));
        assertEquals(
                Optional.of(NOON.plus(WebhookRetries.LONGEST)), WebhookRetries.next(1, NOON, Duration.ofDays(365), 1));
        assertTrue(WebhookRetries.next(10, NOON, Duration.ofMinutes(1), 0).isEmpty());
    }
}
