package fr.hubee.kernel.shared;

/** Text from outside, fitted to a column of the database where it enters: what the database refuses must not stop who writes it later. */
public final class ColumnText {
    private ColumnText() {}

    /**
     * Replaces NUL, which PostgreSQL cannot store, and cuts what is too long, but no character in two.
     *
     * @param text null for null
     * @param longest of the column, in characters
     */
    public static String fit(String text, int longest) {
        if (text == null) {
            return null;
        }
        var stored = text.replace('\0', SeenText.NOTICED);
        if (stored.length() <= longest) {
            return stored;
        }
        boolean cutsOne = Character.isHighSurrogate(stored.charAt(longest - 1));
        return stored.substring(0, cutsOne ? longest - 1 : longest);
    }
}
