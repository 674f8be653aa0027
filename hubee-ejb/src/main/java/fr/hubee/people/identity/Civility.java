package fr.hubee.people.identity;

/** The form of address of a person. */
public enum Civility {
    M("M."),
    MME("Mme");

    private final String label;

    Civility(String label) {
        this.label = label;
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }
}
