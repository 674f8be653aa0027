package fr.hubee.files.storage;

/** The kinds of damage of a stored file. */
public enum FileDamage {
    MISSING("Absent du stockage"),
    CHANGED("Contenu altéré"),
    UNREADABLE("Illisible");

    private final String label;

    FileDamage(String label) {
        this.label = label;
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }
}
