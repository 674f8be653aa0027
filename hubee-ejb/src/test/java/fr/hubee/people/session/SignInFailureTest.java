package fr.hubee.people.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInFailureTest {
    static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    final SignInFailure counted = new SignInFailure("hash");

    CountedAttempt fail(int times, Instant now) {
        for (int each = 1; each < times; each++) {
            assertFalse(counted.reserve(now).locks());
        }
        return counted.reserve(now);
    }

    @Test
    void theFifthFailureLocks() {
        var fifth = fail(5, NOW);

        assertTrue(fifth.locks());
        assertEquals(NOW.plus(Duration.ofMinutes(15)), fifth.lockedUntil());
    }

    @Test
    void whileItIsLockedNothingIsCounted() {
        var until = fail(5, NOW).lockedUntil();

        for (int each = 0; each < 100; each++) {
            assertEquals(new CountedAttempt(true, until), counted.reserve(until.minusMillis(1)));
        }

        assertFalse(counted.reserve(until).refused());
    }

    @Test
    void eachLockIsTwiceAsLong() {
        var first = fail(5, NOW).lockedUntil();
        var second = fail(5, first).lockedUntil();
        var third = fail(5, second).lockedUntil();

        assertEquals(Duration.ofMinutes(30), Duration.between(first, second));
        assertEquals(Duration.ofMinutes(60), Duration.between(second, third));
    }

    @Test
    void anAttemptThatWasNoFailureIsTakenBackAndThoseBeforeItStay() {
        var fourth = fail(4, NOW);
        counted.takeBack(fourth);

        assertFalse(counted.reserve(NOW).locks());
        assertTrue(counted.reserve(NOW).locks());
    }

    @Test
    void aLockThatWasNoFailureIsTakenBack() {
        counted.takeBack(fail(5, NOW));

        var next = counted.reserve(NOW);

        assertFalse(next.refused());
        assertEquals(Duration.ofMinutes(15), Duration.between(NOW, next.lockedUntil()));
    }

    @Test
    void theLockOfAnotherAttemptIsNotTakenBack() {
        var first = counted.reserve(NOW);
        var until = fail(4, NOW).lockedUntil();

        counted.takeBack(first);

        assertEquals(new CountedAttempt(true, until), counted.reserve(NOW));
    }
}
