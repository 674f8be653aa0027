package fr.hubee.people.password;

import java.text.Normalizer;

/** Normalises a typed password, so that it is the same from any keyboard. */
public final class PasswordText {
    /** Maximum length in code points. */
    static final int LONGEST = 128;

    /** Replaces an invalid password in the check, at the same cost. */
    private static final String NONE = " ";

    private static final int MUCH_TOO_LONG = 4 * LONGEST;

    private PasswordText() {}

    /** Returns the text in Unicode's composed form (NFC): accents can be typed in several ways. */
    public static String of(String typed) {
        if (typed == null) {
            return "";
        }
        return typed.length() > MUCH_TOO_LONG ? typed : Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    /** The text to compare with a hash. */
    public static String toVerify(String typed) {
        var text = of(typed);
        return text.isEmpty() || isTooLong(text) ? NONE : text;
    }

    static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > LONGEST;
    }
}
