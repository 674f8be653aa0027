package fr.hubee.directory.organization;

/** The result of a line of a file, or the expected result in a dry run. */
public enum ImportOutcome {
    CREATED("Créée"),
    UPDATED("Modifiée"),
    UNCHANGED("Inchangée"),
    REFUSED("Refusée");

    private final String label;

    ImportOutcome(String label) {
        this.label = label;
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }
}
