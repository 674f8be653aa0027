package fr.hubee.journal.job;

/** The state of a run. */
public enum RunState {
    /** A node will claim it within seconds. */
    WAITING("En attente"),
    RUNNING("En cours"),
    COMPLETED("Terminé"),
    /** Stopped by an administrator. */
    STOPPED("Arrêté"),
    FAILED("En échec"),
    /** Its server stopped or was killed: another run restarts it. */
    INTERRUPTED("Interrompu");

    private final String label;

    RunState(String label) {
        this.label = label;
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }

    public boolean isActive() {
        return this == WAITING || this == RUNNING;
    }

    /** Whether another run may continue it where it stopped. */
    public boolean isUnfinished() {
        return this == STOPPED || this == FAILED || this == INTERRUPTED;
    }
}
