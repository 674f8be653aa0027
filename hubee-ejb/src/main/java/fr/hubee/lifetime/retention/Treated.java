package fr.hubee.lifetime.retention;

import java.util.Map;
import java.util.UUID;

/**
 * The result of processing a page of due items.
 *
 * @param done how many were processed
 * @param failed those to be retried, with the reason
 */
public record Treated(int done, Map<UUID, Exception> failed) {
    static Treated all(int done) {
        return new Treated(done, Map.of());
    }
}
