package fr.hubee.demonstration.data;

import java.time.Instant;
import java.util.List;

/**
 * One entry of a history.
 *
 * @param byTown else by the operator
 * @param actor as the journal names it
 * @param after the status that the case takes; null when it keeps its own
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
        List<SampleFile> files) {}
