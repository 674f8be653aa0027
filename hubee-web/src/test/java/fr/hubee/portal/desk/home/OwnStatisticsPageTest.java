package fr.hubee.portal.desk.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.desk.caselist.Days;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class OwnStatisticsPageTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private static Days of(String from, String to) {
        return new Days(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void theListOfARunningMonthEndsWhereItsFiguresDo() {
        var until = LocalDate.parse("2026-11-27");

        assertEquals(of("2026-11-01", "2026-11-27"), OwnStatisticsPage.counted(NOVEMBER, until));
        assertEquals(of("2026-10-01", "2026-10-31"), OwnStatisticsPage.counted(NOVEMBER.minusMonths(1), until));
        assertEquals(of("2026-11-01", "2026-11-30"), OwnStatisticsPage.counted(NOVEMBER, null));
    }
}
