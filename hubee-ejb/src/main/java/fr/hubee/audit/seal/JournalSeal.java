package fr.hubee.audit.seal;

import java.time.Instant;

/**
 * How far the journal is sealed.
 *
 * @param upTo when the newest head was signed; null while there is none
 * @param entries how many leaves its tree has
 * @param isIntact whether its signature is good, and the stored leaves give its root
 */
public record JournalSeal(Instant upTo, long entries, boolean isIntact) {
    static final JournalSeal NONE = new JournalSeal(null, 0, true);
}
