package fr.hubee.exchange.folder;

import fr.hubee.kernel.shared.SearchForm;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Locale;

/** The person concerned; for a death certificate, the deceased. */
@Embeddable
public record Applicant(
        @Column(name = "first_name") String firstName,
        @Column(name = "last_name") String lastName,
        String email) {
    /** Maximum length of a search text: an index entry is limited. */
    static final int LONGEST = 240;

    /**
     * Returns the search text of a case: its number, its folder's number, and the name. The name is stored as it is compared, since ASCII is
     * compared faster. Rows of former releases have it with its accents; both are found.
     */
    String searchText(String number, String folderNumber) {
        var numbers = (number + " " + folderNumber).toUpperCase(Locale.ROOT);
        var text = numbers + " " + SearchForm.of(lastName + " " + firstName);
        return text.length() <= LONGEST ? text : text.substring(0, wholeCharacters(text));
    }

    /** Does not split a surrogate pair (a character outside the basic plane). */
    private static int wholeCharacters(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
