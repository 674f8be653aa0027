package fr.hubee.portal.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FrenchDatesTest {
    final FrenchDates dates = new FrenchDates();

    @Test
    void aMomentIsThatOfParis() {
        assertEquals("04/02/2026 à 0\u00a0h\u00a005", dates.moment(Instant.parse("2026-02-03T23:05:00Z")));
        assertEquals("15/07/2026 à 14\u00a0h\u00a000", dates.moment(Instant.parse("2026-07-15T12:00:00Z")));
        assertEquals("0\u00a0h\u00a005\u00a0min\u00a007\u00a0s", dates.second(Instant.parse("2026-02-03T23:05:07Z")));
    }

    @Test
    void aDayIsWrittenInFrench() {
        assertEquals("3 février 2026", dates.day(LocalDate.of(2026, 2, 3)));
        assertEquals("1er décembre 2026", dates.day(LocalDate.of(2026, 12, 1)));
        assertEquals("1er mars 2026", dates.day(Instant.parse("2026-02-28T23:00:00Z")));
        assertEquals("03/02/2026", dates.shortDay(LocalDate.of(2026, 2, 3)));
        assertEquals("", dates.day(null));
    }

    @Test
    void aSizeIsReadable() {
        var numbers = new FrenchNumbers();
        assertEquals("0\u00a0octet", numbers.size(0));
        assertEquals("999\u00a0octets", numbers.size(999));
        assertEquals("3,4\u00a0Mo", numbers.size(3_565_158));
        assertEquals("12\u00a0ko", numbers.size(12_345));
        assertEquals("1\u00a0Mo", numbers.size(1_048_575));
    }
}
