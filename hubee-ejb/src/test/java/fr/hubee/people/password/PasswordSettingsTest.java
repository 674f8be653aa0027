package fr.hubee.people.password;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;

class PasswordSettingsTest {
    static final Instant CHOSEN = Instant.parse("2026-02-10T09:00:00Z");
    static final PasswordSettings SIX_MONTHS = new PasswordSettings(Period.ofMonths(6));

    @Test
    void aPasswordIsTooOldAfterSixMonthsInParis() {
        assertFalse(SIX_MONTHS.isOver(CHOSEN, Instant.parse("2026-08-10T07:59:59Z")));
        assertTrue(SIX_MONTHS.isOver(CHOSEN, Instant.parse("2026-08-10T08:00:00Z")));
    }

    @Test
    void zeroIsForEver() {
        assertFalse(new PasswordSettings(Period.ZERO).isOver(CHOSEN, CHOSEN.plusSeconds(1_000_000_000)));
    }
}
