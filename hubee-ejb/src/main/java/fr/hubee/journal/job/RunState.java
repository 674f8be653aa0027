package fr.hubee.journal.job;

import fr.hubee.kernel.shared.Words;

/** The state of a run. */
public enum RunState {
    /** A node will claim it within seconds. */
    WAITING,
    RUNNING,
    COMPLETED,
    /** Stopped by an administrator. */
    STOPPED,
    FAILED,
    /** Its server stopped or was killed: another run restarts it. */
    INTERRUPTED;

    public String label() {
        return Words.label(this);
    }

    public boolean isActive() {
        return this == WAITING || this == RUNNING;
    }

    /** Whether another run may continue it where it stopped. */
    public boolean isUnfinished() {
        return this == STOPPED || this == FAILED || this == INTERRUPTED;
    }
}
