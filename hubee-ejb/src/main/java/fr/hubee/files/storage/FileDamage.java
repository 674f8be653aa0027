package fr.hubee.files.storage;

import fr.hubee.kernel.shared.Words;

/** The kinds of damage of a stored file. */
public enum FileDamage {
    MISSING,
    CHANGED,
    UNREADABLE;

    public String label() {
        return Words.label(this);
    }
}
