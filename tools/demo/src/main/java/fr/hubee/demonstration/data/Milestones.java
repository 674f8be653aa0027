package fr.hubee.demonstration.data;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * The moments when a case reached each status, and its statistics, as the hub would have recorded them.
 *
 * @param outcome the first one
 */
record Milestones(
        Instant sent,
        Instant received,
        Instant inProgress,
        Instant awaiting,
        Instant finished,
        Instant closed,
        Instant byPerson,
        Instant bySoftware,
        Instant ended,
        String outcome) {
    private static final List<List<String>> ORDER = List.of(
            List.of("SENT", "SI_INTG_ERROR"),
            List.of("SI_RECEIVED"),
            List.of("IN_PROGRESS"),
            List.of("ADD_AWAITING"),
            List.of("DONE", "REFUSED"),
            List.of("CLOSED"));
    private static final int FINISHED = 4;

    static Milestones of(List<HistoryStep> steps) {
        var since = new Instant[ORDER.size()];
        Instant ended = null;
        String outcome = null;
        for (var step : steps) {
            if (step.after() == null) {
                continue;
            }
            int progress = progress(step.after());
            for (int each = 0; each < since.length; each++) {
                since[each] = progress < each ? null : since[each] == null ? step.at() : since[each];
            }
            if (outcome == null && progress >= FINISHED) {
                ended = step.at();
                outcome = step.after();
            }
        }
        return new Milestones(
                since[0],
                since[1],
                since[2],
                since[3],
                since[4],
                since[5],
                first(steps, HistoryStep::byPerson),
                first(steps, HistoryStep::bySoftware),
                ended,
                outcome);
    }

    private static Instant first(List<HistoryStep> steps, Predicate<HistoryStep> kind) {
        return steps.stream().filter(kind).map(HistoryStep::at).findFirst().orElse(null);
    }

    /** -1 before the case is fetched. */
    private static int progress(String status) {
        for (int each = 0; each < ORDER.size(); each++) {
            if (ORDER.get(each).contains(status)) {
                return each;
            }
        }
        return -1;
    }
}
