package fr.hubee.journal.job;

import fr.hubee.kernel.shared.Words;

/** Why a run was created. */
public enum RunCause {
    SCHEDULE,
    HAND,
    /** It restarts a failed or interrupted run. */
    RESTART;

    /** Returns the text on screen. */
    public String label() {
        return Words.label(this);
    }
}
