package fr.hubee.folder;

import java.util.Locale;

/** By which a person finds a case: parts of its number, of its folder's, and of the name; accents count, capitals do not. */
final class SearchText {
    /** Of what is kept: an index must have room for it. */
    static final int LONGEST = 240;

    private SearchText() {}

    static String of(String number, String folderNumber, Applicant applicant) {
        var text = String.join(" ", number, folderNumber, applicant.lastName(), applicant.firstName())
                .toUpperCase(Locale.ROOT);
        return text.length() <= LONGEST ? text : text.substring(0, wholeCharacters(text));
    }

    /** A character outside the basic plane is two halves, which stay together. */
    private static int wholeCharacters(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
