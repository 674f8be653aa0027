package fr.hubee.people.secondfactor;

import java.security.SecureRandom;
import java.util.Locale;

/** A one-time code. */
public final class SixDigits {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNT = 1_000_000;

    /** Replaces an invalid code in the check, at the same cost. */
    private static final String NONE = " ";

    private static final int MUCH_TOO_LONG = 30;

    private SixDigits() {}

    public static String fresh() {
        return text(RANDOM.nextInt(COUNT));
    }

    static String text(int number) {
        return String.format(Locale.ROOT, "%06d", number);
    }

    public static String of(String typed) {
        if (typed == null || typed.length() > MUCH_TOO_LONG) {
            return NONE;
        }
        var digits = typed.replaceAll("[\\s\\u00a0\\u202f]", "");
        return digits.matches("[0-9]{6}") ? digits : NONE;
    }
}
