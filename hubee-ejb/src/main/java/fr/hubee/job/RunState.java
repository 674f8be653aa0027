package fr.hubee.job;

/** What became of a run. */
public enum RunState {
    /** A node will take it within seconds. */
    WAITING("En attente"),
    RUNNING("En cours"),
    COMPLETED("Terminé"),
    /** An administrator wanted so. */
    STOPPED("Arrêté"),
    FAILED("En échec"),
    /** Its server stopped or was killed: another run takes it up. */
    INTERRUPTED("Interrompu");

    private final String label;

    RunState(String label) {
        this.label = label;
    }

    /** On screen. */
    public String label() {
        return label;
    }

    public boolean isActive() {
        return this == WAITING || this == RUNNING;
    }

    /** Whether another run may take it up where it stopped. */
    public boolean isUnfinished() {
        return this == STOPPED || this == FAILED || this == INTERRUPTED;
    }
}
