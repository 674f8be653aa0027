package fr.hubee.folder;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** By which a person finds a case: parts of its number, of its folder's, and of the name; accents count, capitals do not. */
final class SearchText {
    /** Of what is kept: an index must have room for it. */
    static final int LONGEST = 240;

    private static final int MOST_WORDS = 5;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F]+");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\%_]");

    private SearchText() {}

    static String of(String number, String folderNumber, Applicant applicant) {
        var text = upper(String.join(" ", number, folderNumber, applicant.lastName(), applicant.firstName()));
        return text.length() <= LONGEST ? text : text.substring(0, wholeCharacters(text));
    }

    /** A character outside the basic plane is two halves, which stay together. */
    private static int wholeCharacters(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }

    /** What the database compares with, one pattern for each word: they come in any order. Null when nothing is searched. */
    static String[] patterns(String typed) {
        var text = typed == null ? "" : CONTROL.matcher(typed).replaceAll(" ");
        var patterns = Stream.of(SPACES.split(upper(text), -1))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> "%" + SPECIAL.matcher(word).replaceAll("\\\\$0") + "%")
                .toArray(String[]::new);
        return patterns.length == 0 ? null : patterns;
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
