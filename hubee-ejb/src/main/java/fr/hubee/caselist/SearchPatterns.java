package fr.hubee.caselist;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The patterns compared with the search text of cases: one per word typed, so that the word order does not matter. The
 * search text is in capitals.
 */
final class SearchPatterns {
    private static final int MOST_WORDS = 5;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F]+");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\%_]");

    private SearchPatterns() {}

    /** Null without a search. */
    static String[] of(String typed) {
        var text = typed == null ? "" : CONTROL.matcher(typed).replaceAll(" ");
        var patterns = Stream.of(SPACES.split(text.toUpperCase(Locale.ROOT), -1))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> "%" + SPECIAL.matcher(word).replaceAll("\\\\$0") + "%")
                .toArray(String[]::new);
        return patterns.length == 0 ? null : patterns;
    }
}
