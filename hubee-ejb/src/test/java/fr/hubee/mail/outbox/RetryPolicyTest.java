package fr.hubee.mail.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    static final Instant END = NOON.plus(RetryPolicy.LONGEST);

    @Test
    void itIsTriedSoonAtFirstThenEverLater() {
        var delays = new ArrayList<Long>();
        for (int attempts = 1; attempts <= 6; attempts++) {
            delays.add(
                    Duration.between(NOON, RetryPolicy.next(attempts, NOON, END).orElseThrow())
                            .toMinutes());
        }

        assertEquals(List.of(1L, 5L, 15L, 60L, 240L, 240L), delays);
    }

    @Test
    void itIsTriedALastTimeAfterThreeDaysAndThenGivenUp() {
        assertEquals(Optional.of(END), RetryPolicy.next(9, END.minusSeconds(1), END));
        assertEquals(Optional.empty(), RetryPolicy.next(10, END, END));
    }

    @Test
    void threeDaysTakeAFewDozenAttempts() {
        int attempts = 1;
        for (var next = RetryPolicy.next(attempts, NOON, END); next.isPresent(); attempts++) {
            next = RetryPolicy.next(attempts, next.get(), END);
        }

        assertEquals(24, attempts);
    }
}
