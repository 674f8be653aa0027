package fr.hubee.shared;

/** The name of a file, from what a stranger typed: it leads nowhere, breaks no line, and shows its true ending. */
public final class FileName {
    private static final String NAMELESS = "fichier";

    private FileName() {}

    /** As it is shown, and as it is kept by whoever downloads it; null for none. */
    public static String harmless(String typed) {
        if (typed == null) {
            return null;
        }
        var name = SeenText.of(typed, '_').replaceAll("[/\\\\\\t\\r\\n]", "_");
        return name.isBlank() || name.equals(".") || name.equals("..") ? NAMELESS : name;
    }
}
