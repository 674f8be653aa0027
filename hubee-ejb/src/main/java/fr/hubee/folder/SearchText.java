package fr.hubee.folder;

import java.util.Locale;

/**
 * The text by which a case is searched: its number, its folder's number, and the name; accents are significant, case is
 * not.
 */
final class SearchText {
    /** Maximum length stored: an index entry is limited. */
    static final int LONGEST = 240;

    private SearchText() {}

    static String of(String number, String folderNumber, Applicant applicant) {
        var text = String.join(" ", number, folderNumber, applicant.lastName(), applicant.firstName())
                .toUpperCase(Locale.ROOT);
        return text.length() <= LONGEST ? text : text.substring(0, wholeCharacters(text));
    }

    /** Does not split a surrogate pair (a character outside the basic plane). */
    private static int wholeCharacters(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
