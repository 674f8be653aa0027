package fr.hubee.people.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInPlaceTest {
    static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    static final int MOST = 30;

    final SignInPlace place = new SignInPlace("192.0.2.1", NOON);

    private CountedAttempt fail(int times, Instant now) {
        CountedAttempt last = null;
        for (int each = 0; each < times; each++) {
            last = place.reserve(MOST, now);
        }
        return last;
    }

    @Test
    void thirtyFailuresHaveItWaitAMinute() {
        assertFalse(fail(MOST - 1, NOON).locks());
        assertEquals(new CountedAttempt(false, NOON.plusSeconds(60)), fail(1, NOON));
        assertTrue(fail(1, NOON.plusSeconds(59)).refused());
    }

    @Test
    void thenTenMoreHaveItWaitTwiceAsLongUpToAnHour() {
        fail(MOST, NOON);
        var later = NOON.plusSeconds(60);
        assertEquals(later.plusSeconds(120), fail(MOST / 3, later).lockedUntil());
        assertEquals(Duration.ofMinutes(32), SignInPlace.wait(5));
        assertEquals(Duration.ofHours(1), SignInPlace.wait(6));
        assertEquals(Duration.ofHours(1), SignInPlace.wait(1000));
    }

    @Test
    void anHourWithoutReachingItBeginsAnew() {
        fail(MOST, NOON);
        assertFalse(fail(MOST - 1, NOON.plusSeconds(60).plus(SignInPlace.COUNTED_FOR))
                .locks());
    }

    @Test
    void whatWasNoFailureIsTakenBack() {
        fail(MOST - 1, NOON);
        for (int each = 0; each < 100; each++) {
            place.takeBack(MOST, place.reserve(MOST, NOON));
        }
        assertTrue(fail(1, NOON).locks());
    }
}
