package fr.hubee.portal.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;

class FrenchDurationsTest {
    final FrenchDurations durations = new FrenchDurations();

    void assertRead(String text, Duration duration) {
        assertEquals(text.replace('~', '\u00A0'), durations.of(duration));
    }

    @Test
    void twoUnitsAreEnoughToSayHowLong() {
        assertRead("", null);
        assertRead("moins d’une seconde", Duration.ofMillis(900));
        assertRead("12~s", Duration.ofSeconds(12));
        assertRead("3~min 20~s", Duration.ofSeconds(200));
        assertRead("2~h", Duration.ofHours(2));
        assertRead("26~h 5~min", Duration.ofMinutes(26 * 60 + 5));
        assertRead("3~jours 4~h", Duration.ofHours(76));
    }

    @Test
    void aPeriodIsWrittenInYearsMonthsAndDays() {
        assertEquals("6\u00a0mois", durations.period(Period.ofMonths(6)));
        assertEquals("1\u00a0an 15\u00a0jours", durations.period(Period.of(1, 0, 15)));
        assertEquals("", durations.period(Period.ZERO));
    }
}
