package fr.hubee.journal.job;

/** Why a run was created. */
public enum RunCause {
    SCHEDULE("Horaire"),
    HAND("À la main"),
    /** It restarts a failed or interrupted run. */
    RESTART("Reprise");

    private final String label;

    RunCause(String label) {
        this.label = label;
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }
}
