package fr.hubee.job;

/** Why a run began. */
public enum RunCause {
    SCHEDULE("Horaire"),
    HAND("À la main"),
    /** It takes up one that failed or was interrupted. */
    RESTART("Reprise");

    private final String label;

    RunCause(String label) {
        this.label = label;
    }

    /** On screen. */
    public String label() {
        return label;
    }
}
