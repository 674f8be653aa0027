package fr.hubee.journal.seal;

import java.time.Instant;

/**
 * The state of the seal of the journal.
 *
 * @param upTo when the newest head was signed; null while there is none
 * @param entries number of leaves of its tree
 * @param isIntact whether its signature is good, and the stored leaves give its root
 * @param stamp the newest time stamp; null while there is none, and without an authority
 */
public record JournalSeal(Instant upTo, long entries, boolean isIntact, Stamped stamp) {
    static final JournalSeal NONE = new JournalSeal(null, 0, true, null);

    /**
     * @param at by the clock of the authority
     * @param isValid whether it is a stamp of its head by an authority that is trusted
     */
    public record Stamped(Instant at, String authority, boolean isValid) {}
}
