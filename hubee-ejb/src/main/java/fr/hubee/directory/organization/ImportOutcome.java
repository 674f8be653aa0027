package fr.hubee.directory.organization;

import fr.hubee.kernel.shared.Words;

/** The result of a line of a file, or the expected result in a dry run. */
public enum ImportOutcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    REFUSED;

    /** Returns the text on screen. */
    public String label() {
        return Words.label(this);
    }
}
