package fr.hubee.kernel.security;

import java.util.Set;

/**
 * An absent colleague, and the rights on télédossiers that her deputy has for her.
 *
 * @param login of the colleague
 * @param manages whether she handles them; else she only reads them
 * @param processCodes her démarches
 */
public record Replaced(String login, boolean manages, Set<String> processCodes) {
    public Replaced {
        processCodes = Set.copyOf(processCodes);
    }

    /** @param managing whether it is to handle a télédossier, not only to read it */
    public boolean lends(String processCode, boolean managing) {
        return processCodes.contains(processCode) && (manages || !managing);
    }
}
