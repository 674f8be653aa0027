package fr.hubee.demonstration.data;

import java.time.Instant;
import java.util.List;

/**
 * One entry of a history.
 *
 * @param byTown whether the town acts; else the operator
 * @param actor as the journal names it
 * @param after the new status of the case; null when it does not change
 */
record HistoryStep(
        Instant at,
        boolean byTown,
        String author,
        String actor,
        String action,
        String before,
        String after,
        String message,
        String comment,
        List<SampleFile> files) {

    /** An act of the town's own, in the portal. */
    boolean byPerson() {
        return byTown && actor.contains("@");
    }

    /** An act of the town's software; fetching by the hub is none. */
    boolean bySoftware() {
        return byTown && !actor.contains("@") && !actor.equals("hubee");
    }
}
