package fr.hubee.signin.password;

import java.text.Normalizer;

/** The same password, whatever keyboard it comes from. */
public final class PasswordText {
    /** In code points. */
    static final int LONGEST = 128;

    /** Stands for what cannot be a password, and costs as much to verify. */
    private static final String NONE = " ";

    private static final int MUCH_TOO_LONG = 4 * LONGEST;

    private PasswordText() {}

    /** In Unicode's composed form (NFC): accents are typed in several ways. */
    public static String of(String typed) {
        if (typed == null) {
            return "";
        }
        return typed.length() > MUCH_TOO_LONG ? typed : Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    /** What is compared with a hash. */
    public static String toVerify(String typed) {
        var text = of(typed);
        return text.isEmpty() || isTooLong(text) ? NONE : text;
    }

    static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > LONGEST;
    }
}
