package fr.hubee.portal.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.statistics.DayFigures;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinePlotTest {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    static List<DayFigures> days(int howMany, long received) {
        return IntStream.range(0, howMany)
                .mapToObj(each -> new DayFigures(FIRST.plusDays(each), received, 1, 2, 1))
                .toList();
    }

    @Test
    void daysStandAloneWhileTheyAreFewAndTogetherWhenTheyAreMany() {
        assertEquals(30, Span.of(days(30, 1)).size());

        var weeks = Span.of(days(100, 1));
        assertEquals(15, weeks.size());
        assertEquals(7, weeks.get(0).received());
        assertEquals(FIRST.plusDays(99), weeks.get(14).last());
        assertEquals(2, weeks.get(14).received());
        assertEquals(60, Span.of(days(3650, 1)).size());
    }

    @Test
    void theHighestLevelIsRoundAndNoPointExceedsIt() {
        assertEquals(
                List.of(0L, 5L, 10L, 15L, 20L),
                new LinePlot(Span.of(days(2, 17)))
                        .getLevels().stream().map(LinePlot.Level::value).toList());
        assertEquals(
                List.of(0L, 1L, 2L, 3L, 4L),
                new LinePlot(Span.of(days(2, 0)))
                        .getLevels().stream().map(LinePlot.Level::value).toList());
    }

    @Test
    void linesGoFromTheLeftToTheRightAndFromTheBottomUp() {
        var plot = new LinePlot(Span.of(days(3, 4)));

        assertEquals("56.0,12.0 382.0,12.0 708.0,12.0", plot.getReceived());
        assertEquals("56.0,159.0 382.0,159.0 708.0,159.0", plot.getPickedUp());
        assertEquals("56.0,61.0 382.0,61.0 708.0,61.0", plot.getEnded());
    }

    @Test
    void aSingleDayStandsInTheMiddle() {
        assertEquals("382.0,12.0", new LinePlot(Span.of(days(1, 4))).getReceived());
    }
}
