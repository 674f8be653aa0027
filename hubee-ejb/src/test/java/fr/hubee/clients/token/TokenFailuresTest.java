package fr.hubee.clients.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenFailuresTest {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "4, 0", "5, 1", "6, 2", "7, 4", "14, 512", "15, 900", "16, 900", "2147483647, 900"})
    void fiveAttemptsAreFreeThenTheWaitDoublesUpToAQuarterOfAnHour(int failures, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), TokenFailures.waitAfter(failures, NOON, NOON));
    }

    @Test
    void theWaitRunsFromTheLastRefusal() {
        assertEquals(Duration.ofSeconds(3), TokenFailures.waitAfter(7, NOON, NOON.plusSeconds(1)));
    }

    @Test
    void onceTheWaitIsOverTheClientMayTry() {
        assertEquals(Duration.ZERO, TokenFailures.waitAfter(7, NOON, NOON.plusSeconds(4)));
        assertEquals(Duration.ZERO, TokenFailures.waitAfter(7, NOON, NOON.plusSeconds(5)));
    }
}
