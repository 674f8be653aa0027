package fr.hubee.people.password;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;

class PasswordAgeTest {
    static final Instant CHOSEN = Instant.parse("2026-02-10T09:00:00Z");
    static final Period LIFE = Period.ofMonths(6);

    @Test
    void aPasswordIsTooOldAfterSixMonthsInParis() {
        assertFalse(PasswordAge.isOver(CHOSEN, LIFE, Instant.parse("2026-08-10T07:59:59Z")));
        assertTrue(PasswordAge.isOver(CHOSEN, LIFE, Instant.parse("2026-08-10T08:00:00Z")));
    }

    @Test
    void zeroIsForEver() {
        assertFalse(PasswordAge.isOver(CHOSEN, Period.ZERO, CHOSEN.plusSeconds(1_000_000_000)));
    }
}
