package fr.hubee.portal.desk.home;

import fr.hubee.desk.statistics.Figures.DayFigures;
import fr.hubee.portal.field.FrenchDates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Consecutive days, drawn as one point: a chart of years has no more points than one of weeks.
 *
 * @param byPerson and {@code bySoftware} are null when they were counted on none of these days
 */
public record Span(
        LocalDate first, LocalDate last, long received, Long byPerson, Long bySoftware, long finished, long refused) {
    private static final int DAYS_ONE_BY_ONE = 62;
    private static final int MOST_POINTS = 60;
    private static final FrenchDates DATES = new FrenchDates();

    /** @param days consecutive days */
    static List<Span> of(List<DayFigures> days) {
        int step = days.size() <= DAYS_ONE_BY_ONE ? 1 : Math.max(7, (days.size() + MOST_POINTS - 1) / MOST_POINTS);
        var spans = new ArrayList<Span>();
        for (int start = 0; start < days.size(); start += step) {
            spans.add(sum(days.subList(start, Math.min(start + step, days.size()))));
        }
        return spans;
    }

    private static Span sum(List<DayFigures> days) {
        return new Span(
                days.get(0).day(),
                days.get(days.size() - 1).day(),
                days.stream().mapToLong(DayFigures::received).sum(),
                counted(days, DayFigures::byPerson),
                counted(days, DayFigures::bySoftware),
                days.stream().mapToLong(DayFigures::finished).sum(),
                days.stream().mapToLong(DayFigures::refused).sum());
    }

    private static Long counted(List<DayFigures> days, Function<DayFigures, Long> measure) {
        return days.stream()
                .map(measure)
                .filter(Objects::nonNull)
                .reduce(Long::sum)
                .orElse(null);
    }

    /** Returns « 03/02/2026 », « 03/02/2026 au 09/02/2026 ». */
    public String getLabel() {
        return first.equals(last) ? DATES.shortDay(first) : DATES.shortDay(first) + " au " + DATES.shortDay(last);
    }

    long ended() {
        return finished + refused;
    }
}
