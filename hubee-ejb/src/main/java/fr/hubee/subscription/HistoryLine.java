package fr.hubee.subscription;

import java.time.Instant;
import java.util.List;

/**
 * One act in the history of a subscription, in the words of its page.
 *
 * @param actor the login or client identifier
 * @param organization of the actor, as text; null when it has none
 * @param act in French
 */
public record HistoryLine(Instant happenedAt, String actor, String organization, String act, List<Field> fields) {

    /**
     * @param label in French
     * @param before and {@code after} are null for nothing
     */
    public record Field(String label, String before, String after) {}
}
