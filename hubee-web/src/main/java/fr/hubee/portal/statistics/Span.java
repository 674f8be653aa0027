package fr.hubee.portal.statistics;

import fr.hubee.statistics.DayFigures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Consecutive days, drawn as one point: a chart of years has no more points than one of weeks. */
public record Span(LocalDate first, LocalDate last, long received, long pickedUp, long finished, long refused) {
    private static final int DAYS_ONE_BY_ONE = 62;
    private static final int MOST_POINTS = 60;

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
                days.stream().mapToLong(DayFigures::pickedUp).sum(),
                days.stream().mapToLong(DayFigures::finished).sum(),
                days.stream().mapToLong(DayFigures::refused).sum());
    }

    public boolean isOneDay() {
        return first.equals(last);
    }

    long ended() {
        return finished + refused;
    }
}
