package fr.hubee.directory.subscription;

import fr.hubee.kernel.shared.Words;

/** The place where a service handles its cases: its own choice, which does not restrict what the API may read. */
public enum AccessMode {
    PORTAIL,
    API;

    /** Returns the text on screen. */
    public String label() {
        return Words.label(this);
    }
}
