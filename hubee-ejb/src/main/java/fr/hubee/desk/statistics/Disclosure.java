package fr.hubee.desk.statistics;

import fr.hubee.desk.statistics.MonthCounts.Kind;

/**
 * Decides what everybody is told of the months of one démarche, in their order (ADR 44): no number below five, none from which one below five could be
 * narrowed, none that is of one organisation or two.
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

    /** Both or neither: who reads that most of those of a month were picked up by agents knows how few others there can be. */
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
}
