package fr.hubee.people.identity;

/** How a person is addressed. */
public enum Civility {
    M("M."),
    MME("Mme");

    private final String label;

    Civility(String label) {
        this.label = label;
    }

    /** On screen. */
    public String label() {
        return label;
    }
}
