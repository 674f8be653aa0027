package fr.hubee.portal.desk.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.desk.statistics.Figures.DayFigures;
import fr.hubee.portal.desk.home.FigureChart.Point;
import fr.hubee.portal.desk.home.StatisticsPage.Span;
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
        assertEquals(7, weeks.get(0).sum().received());
        assertEquals("01/01/2026 au 07/01/2026", weeks.get(0).getLabel());
        assertEquals(FIRST.plusDays(99), weeks.get(14).last());
        assertEquals(2, weeks.get(14).sum().received());
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

        assertNull(weeks.get(0).sum().byPerson());
        assertEquals(4, weeks.get(1).sum().byPerson());
        assertEquals(8, weeks.get(1).sum().bySoftware());
    }

    @Test
    void theChartHasALabelForEachPointAndGapsForWhatWasNotCounted() throws Exception {
        var points = List.of(new Point("mars 2026", 5L, null, 0L, null), new Point("avril 2026", 4L, null, 0L, 3L));

        var chart = new ObjectMapper().readTree(FigureChart.of(points, "Traités"));

        var data = chart.path("data");
        assertEquals("[\"mars 2026\",\"avril 2026\"]", data.path("labels").toString());
        assertEquals("Reçus", data.at("/datasets/0/label").asText());
        assertEquals("Traités", data.at("/datasets/3/label").asText());
        assertEquals("[5,4]", data.at("/datasets/0/data").toString());
        assertEquals("[null,3]", data.at("/datasets/3/data").toString());
        assertTrue(chart.at("/options/animation").isBoolean());
    }
}
