package fr.hubee.kernel.shared;

/** A safe file name from untrusted input: no path, no line break, and the real extension visible. */
public final class FileName {
    private FileName() {}

    /** The name for display and for downloads; null for null. */
    public static String harmless(String typed) {
        if (typed == null) {
            return null;
        }
        var name = SeenText.of(typed, '_').replaceAll("[/\\\\\\t\\r\\n]", "_");
        return name.isBlank() || name.equals(".") || name.equals("..") ? Words.text("kernel.FileName.none") : name;
    }
}
