package fr.hubee.kernel.security;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MinuteLimitTest {
    final AtomicLong nanos = new AtomicLong();
    final MinuteLimit ten = new MinuteLimit(10, nanos::get);
    final MinuteLimit one = new MinuteLimit(1, nanos::get);

    @Test
    void tenAMinuteAreAllowedForEachKey() {
        for (int each = 0; each < 10; each++) {
            assertTrue(ten.allows("192.0.2.1"));
        }
        assertFalse(ten.allows("192.0.2.1"));
        assertTrue(ten.allows("192.0.2.2"));
    }

    @Test
    void aMinuteAfterTheFirstTheyAreAllowedAgainHoweverManyWereRefused() {
        for (int each = 0; each < 15; each++) {
            nanos.addAndGet(Duration.ofSeconds(3).toNanos());
            ten.allows("192.0.2.1");
        }
        assertFalse(ten.allows("192.0.2.1"));

        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        assertTrue(ten.allows("192.0.2.1"));
    }

    @Test
    void oneAMinuteIsTheFirst() {
        assertTrue(one.allows("town"));
        assertTrue(one.allows("neighbour"));
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertFalse(one.allows("town"));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertTrue(one.allows("town"));
        assertFalse(one.allows("town"));
    }
}
