package fr.hubee.signin.attempt;

import fr.hubee.security.TokenText;
import java.util.Locale;

/**
 * What somebody typed as her login: in any case, with spaces around, or nonsense.
 *
 * @param text in lower case, and never what no account can have
 */
public record Login(String text) {
    private static final int LONGEST = 320;
    private static final Login NOBODY = new Login("");

    public static Login of(String typed) {
        if (typed == null || typed.length() > LONGEST) {
            return NOBODY;
        }
        var text = typed.strip().toLowerCase(Locale.ROOT);
        return text.chars().anyMatch(Character::isISOControl) ? NOBODY : new Login(text);
    }

    /** Under which its failures are counted: it may be a password, typed in the wrong field. */
    public String hash() {
        return TokenText.hash(text);
    }
}
