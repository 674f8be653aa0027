package fr.hubee.kernel.shared;

/**
 * Untrusted text made safe for display: without characters that reverse or hide text or control a terminal. Accents,
 * emoji and line breaks stay.
 */
public final class SeenText {
    /** Replaces such a character, so that it is visible. */
    public static final char NOTICED = '\uFFFD';

    private SeenText() {}

    /** Null for null. */
    public static String of(String text) {
        return of(text, NOTICED);
    }

    static String of(String text, char instead) {
        if (text == null) {
            return null;
        }
        StringBuilder seen = null;
        for (int at = 0; at < text.length(); at++) {
            if (deceives(text.charAt(at))) {
                seen = seen == null ? new StringBuilder(text) : seen;
                seen.setCharAt(at, instead);
            }
        }
        return seen == null ? text : seen.toString();
    }

    /** Whether it is a control character, an unusual line break, a zero-width character, or a bidirectional override. */
    public static boolean deceives(int letter) {
        if (letter < ' ') {
            return letter != '\t' && letter != '\n' && letter != '\r';
        }
        return (letter >= 0x7F && letter <= 0x9F)
                || letter == 0x061C
                || letter == 0x200B
                || letter == 0x200E
                || letter == 0x200F
                || (letter >= 0x2028 && letter <= 0x202E)
                || (letter >= 0x2060 && letter <= 0x206F);
    }
}
