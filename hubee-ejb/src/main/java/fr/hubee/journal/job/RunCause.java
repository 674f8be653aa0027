package fr.hubee.journal.job;

import fr.hubee.kernel.shared.Words;

/** Why a run was created. */
public enum RunCause {
    SCHEDULE,
    HAND,
    /** It restarts a failed or interrupted run. */
    RESTART;

    public String label() {
        return Words.label(this);
    }
}
