package fr.hubee.organization;

/** What became of a line of a file; what would become of it, when the file is only checked. */
public enum ImportOutcome {
    CREATED("Créée"),
    UPDATED("Modifiée"),
    UNCHANGED("Inchangée"),
    REFUSED("Refusée");

    private final String label;

    ImportOutcome(String label) {
        this.label = label;
    }

    /** On screen. */
    public String label() {
        return label;
    }
}
