package fr.hubee.desk.statistics;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;

/**
 * The counts of one démarche in one month, which are not public.
 *
 * @param finished without refusal: no télédossier is both finished and refused
 * @param contributions of the organisations; empty where they are unknown
 */
record MonthCounts(
        YearMonth month,
        String processCode,
        boolean pickUpsMeasured,
        long received,
        long byPerson,
        long bySoftware,
        long finished,
        long refused,
        Duration halfFinishedIn,
        Map<Kind, Contribution> contributions) {

    /** The kinds of numbers to which organisations contribute. */
    enum Kind {
        RECEIVED,
        PERSON,
        SOFTWARE,
        ENDED
    }

    MonthCounts {
        contributions = Map.copyOf(contributions);
    }

    boolean tells(Kind kind, long total) {
        return contributions.getOrDefault(kind, Contribution.NONE).tells(total);
    }

    boolean tellsOfEnds() {
        return tells(Kind.ENDED, finished + refused);
    }
}
