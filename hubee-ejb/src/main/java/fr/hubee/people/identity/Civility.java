package fr.hubee.people.identity;

import fr.hubee.kernel.shared.Words;

/** The form of address of a person. */
public enum Civility {
    M,
    MME;

    /** Returns the text on screen. */
    public String label() {
        return Words.label(this);
    }
}
