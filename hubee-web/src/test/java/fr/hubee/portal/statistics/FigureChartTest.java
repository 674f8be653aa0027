package fr.hubee.portal.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.statistics.DayFigures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FigureChartTest {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    static List<DayFigures> days(int howMany, long received) {
        return IntStream.range(0, howMany)
                .mapToObj(each -> new DayFigures(FIRST.plusDays(each), received, 1L, 2L, 2, 1))
                .toList();
    }

    @Test
    void daysStandAloneWhileTheyAreFewAndTogetherWhenTheyAreMany() {
        assertEquals(30, Span.of(days(30, 1)).size());

        var weeks = Span.of(days(100, 1));
        assertEquals(15, weeks.size());
        assertEquals(7, weeks.get(0).received());
        assertEquals("01/01/2026 au 07/01/2026", weeks.get(0).getLabel());
        assertEquals(FIRST.plusDays(99), weeks.get(14).last());
        assertEquals(2, weeks.get(14).received());
        assertEquals(60, Span.of(days(3650, 1)).size());
    }

    @Test
    void whatWasNotCountedIsNoZero() {
        var days = new ArrayList<>(days(70, 1));
        for (int each = 0; each < 10; each++) {
            var day = days.get(each);
            days.set(each, new DayFigures(day.day(), 1, null, null, 0, 0));
        }

        var weeks = Span.of(days);

        assertNull(weeks.get(0).byPerson());
        assertEquals(4, weeks.get(1).byPerson());
        assertEquals(8, weeks.get(1).bySoftware());
    }

    @Test
    void theChartHasALabelForEachPointAndGapsForWhatWasNotCounted() throws Exception {
        var days =
                List.of(new DayFigures(FIRST, 5, null, null, 1, 1), new DayFigures(FIRST.plusDays(1), 4, 3L, 2L, 1, 0));

        var chart = new ObjectMapper().readTree(FigureChart.of(Span.of(days)));

        var data = chart.path("data");
        assertEquals("[\"01/01/2026\",\"02/01/2026\"]", data.path("labels").toString());
        assertEquals("[5,4]", data.path("datasets").path(0).path("data").toString());
        assertEquals("[null,3]", data.path("datasets").path(1).path("data").toString());
        assertEquals("[null,2]", data.path("datasets").path(2).path("data").toString());
        assertEquals("[2,1]", data.path("datasets").path(3).path("data").toString());
        assertTrue(chart.path("options").path("animation").isBoolean());
    }
}
