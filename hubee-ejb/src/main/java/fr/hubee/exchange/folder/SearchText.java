package fr.hubee.exchange.folder;

import fr.hubee.kernel.shared.SearchForm;
import java.util.Locale;

/**
 * The search text of a case: its number, its folder's number, and the name. The name is stored as it is compared, since ASCII is compared
 * faster. Rows of former releases have it with its accents; both are found.
 */
final class SearchText {
    /** Maximum length stored: an index entry is limited. */
    static final int LONGEST = 240;

    private SearchText() {}

    static String of(String number, String folderNumber, Applicant applicant) {
        var numbers = (number + " " + folderNumber).toUpperCase(Locale.ROOT);
        var text = numbers + " " + SearchForm.of(applicant.lastName() + " " + applicant.firstName());
        return text.length() <= LONGEST ? text : text.substring(0, wholeCharacters(text));
    }

    /** Does not split a surrogate pair (a character outside the basic plane). */
    private static int wholeCharacters(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
