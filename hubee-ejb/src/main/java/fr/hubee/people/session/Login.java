package fr.hubee.people.session;

import fr.hubee.kernel.shared.Sha256;
import java.util.Locale;

/**
 * A typed login: any case, surrounding spaces, or invalid.
 *
 * @param text in lower case; never a value that no account can have
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

    /** The key for counting failures: the login may be a password typed in the wrong field. */
    public String hash() {
        return Sha256.hex(text);
    }
}
