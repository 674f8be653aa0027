package fr.hubee.shared;

/**
 * A text from a stranger, so that what is seen is what is written: nothing in it turns the rest around, hides a part, or acts
 * on a terminal. Accents, emoji and breaks of line stay.
 */
public final class SeenText {
    /** What takes the place of such a character, so that it is noticed. */
    public static final char NOTICED = '\uFFFD';

    private SeenText() {}

    /** Null stays null. */
    public static String of(String text) {
        return of(text, NOTICED);
    }

    static String of(String text, char instead) {
        if (text == null || text.chars().noneMatch(SeenText::deceives)) {
            return text;
        }
        var seen = new StringBuilder(text);
        for (int at = 0; at < seen.length(); at++) {
            if (deceives(seen.charAt(at))) {
                seen.setCharAt(at, instead);
            }
        }
        return seen.toString();
    }

    /** Whether it is a control, a break that few know, no width at all, or an order to write the other way round. */
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
