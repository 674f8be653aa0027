package fr.hubee.desk.statistics;

import fr.hubee.desk.statistics.MonthCounts.Kind;
import fr.hubee.desk.statistics.OpenFigures.OpenMonth;

/**
 * Decides which numbers of the months of one démarche are published, in their order (ADR 44): none below five, none from which one below
 * five could be derived, none that comes from only one or two organisations.
 */
final class Disclosure {
    /** The largest number that is hidden: it could lead to a person. */
    static final long HIDDEN = 4;

    private final Balance ends;
    private final Balance pickUps;

    /** @param pickUps in months in which these were measured */
    Disclosure(Balance ends, Balance pickUps) {
        this.ends = ends;
        this.pickUps = pickUps;
    }

    OpenMonth publish(MonthCounts counted) {
        var received = isSmall(counted.received()) || counted.tells(Kind.RECEIVED, counted.received())
                ? null
                : Long.valueOf(counted.received());
        ends.receive(received);
        if (counted.pickUpsMeasured()) {
            pickUps.receive(received);
        }
        boolean told = received != null;
        boolean pickedUp = told && tellsWhoPickedUp(counted);
        boolean finished = told && tellsEnds(counted, counted.finished());
        boolean refused = told && tellsEnds(counted, counted.refused());
        return new OpenMonth(
                counted.month(),
                counted.processCode(),
                received,
                counted.pickUpsMeasured(),
                pickedUp ? counted.byPerson() : null,
                pickedUp ? counted.bySoftware() : null,
                finished ? counted.finished() : null,
                refused ? counted.refused() : null,
                finished ? counted.halfFinishedIn() : null);
    }

    private boolean tellsEnds(MonthCounts counted, long number) {
        return !isSmall(number) && !counted.tellsOfEnds() && ends.take(number);
    }

    /**
     * Whether both numbers of pick-ups are published, or neither: if agents picked up most télédossiers of a month, a reader knows how few
     * others there can be.
     */
    private boolean tellsWhoPickedUp(MonthCounts counted) {
        return counted.pickUpsMeasured()
                && !isSmall(counted.byPerson())
                && !isSmall(counted.bySoftware())
                && !counted.tells(Kind.PERSON, counted.byPerson())
                && !counted.tells(Kind.SOFTWARE, counted.bySoftware())
                && pickUps.take(counted.byPerson() + counted.bySoftware());
    }

    private static boolean isSmall(long number) {
        return number <= HIDDEN;
    }

    /**
     * The number of télédossiers that may still be open, according to published numbers: received minus finished, up to some month. A hidden
     * number counts as the value that reveals least: four received, none finished. As long as {@link Disclosure#HIDDEN} may be open, each
     * hidden number of the démarche, of this month or an earlier one, may be any from zero to four.
     */
    static final class Balance {
        private long open;

        /** @param open as published until now */
        Balance(long open) {
            this.open = open;
        }

        /** @param published null if it is hidden */
        void receive(Long published) {
            open += published == null ? Disclosure.HIDDEN : published;
        }

        /** Returns whether it may be published; it then is. */
        boolean take(long number) {
            if (open - number < Disclosure.HIDDEN) {
                return false;
            }
            open -= number;
            return true;
        }
    }
}
