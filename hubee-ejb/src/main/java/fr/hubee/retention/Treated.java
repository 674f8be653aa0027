package fr.hubee.retention;

import java.util.Map;
import java.util.UUID;

/**
 * What became of a page of things that were due.
 *
 * @param done how many
 * @param failed those that are to be tried again, with why
 */
public record Treated(int done, Map<UUID, Exception> failed) {
    static Treated all(int done) {
        return new Treated(done, Map.of());
    }
}
