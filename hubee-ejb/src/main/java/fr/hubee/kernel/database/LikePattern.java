package fr.hubee.kernel.database;

import java.util.Locale;
import java.util.regex.Pattern;

/** A typed search text for a part of a name or SIRET. */
public final class LikePattern {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern SPECIAL = Pattern.compile("[!%_]");
    private static final Pattern DIGITS = Pattern.compile("[\\d\\s\\u00A0\\u202F]+");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");

    private LikePattern() {}

    /**
     * Removes spaces from a SIRET. For a condition {@code like … escape '!'} on lower-case text; null without a search.
     */
    public static String of(String typed) {
        var text = typed == null ? "" : CONTROL.matcher(typed).replaceAll("").strip();
        if (text.isEmpty()) {
            return null;
        }
        if (DIGITS.matcher(text).matches()) {
            text = NO_DIGIT.matcher(text).replaceAll("");
        }
        return "%" + SPECIAL.matcher(text.toLowerCase(Locale.FRENCH)).replaceAll("!$0") + "%";
    }
}
