package fr.hubee.http.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private long now = Long.MAX_VALUE - 1; // a clock of nanoseconds may begin anywhere
    private final Pace pace = new Pace(() -> now);

    @Test
    void anybodyMayTakeTwentySeconds() {
        after(Duration.ofSeconds(20));

        assertFalse(pace.isTooSlow(0));
    }

    @Test
    void aTrickleIsTooSlow() {
        after(Duration.ofSeconds(21));

        assertTrue(pace.isTooSlow(21));
    }

    @Test
    void aKilobyteASecondIsQuickEnough() {
        after(Duration.ofSeconds(25));

        assertFalse(pace.isTooSlow(5 * 1025));
        after(Duration.ofSeconds(1));
        assertTrue(pace.isTooSlow(5 * 1025));
    }

    @Test
    void whoWaitsKnowsForHowLong() {
        after(Duration.ofSeconds(5));

        assertEquals(Duration.ofSeconds(15).toNanos(), pace.left(0));
    }

    private void after(Duration time) {
        now += time.toNanos();
    }
}
