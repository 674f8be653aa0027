package fr.hubee.directory.subscription;

/** The place where a service handles its cases: its own choice, which does not restrict what the API may read. */
public enum AccessMode {
    PORTAIL("Portail"),
    API("API");

    private final String label;

    AccessMode(String label) {
        this.label = label;
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }
}
