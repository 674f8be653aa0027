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

    /**
     * The number of organisations behind a figure, as far as it is known, for the two rules of INSEE on figures of establishments: three or
     * more of them, and none with more than 85 percent.
     *
     * @param largest of one organisation
     * @param known of all organisations that are known
     */
    record Contribution(long organizations, long largest, long known) {
        static final Contribution NONE = new Contribution(0, 0, 0);

        private static final int FEWEST = 3;
        private static final int MOST_PERCENT = 85;

        /** Whether the number reveals too much about one organisation; the unknown part may belong to the largest one. */
        boolean tells(long total) {
            return organizations < FEWEST || (largest + total - known) * 100 > total * MOST_PERCENT;
        }
    }
}
