package fr.hubee.portal.people;

import fr.hubee.people.secondfactor.SecondFactor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The next step of a sign-in, from the browser's cookie. It is not trusted: the server finds the step by the token, the rest only selects
 * the page.
 *
 * @param kind null when a new password is expected
 */
record PendingStep(String token, SecondFactor kind, String target) {
    static final PendingStep NONE = new PendingStep(null, null, null);

    private static final String PASSWORD = "PASSWORD";

    String written() {
        var text = token + " " + (kind == null ? PASSWORD : kind.name()) + " " + target;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the step; empty for an invalid cookie. */
    static Optional<PendingStep> read(String cookie) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8).split(" ", 3);
            return parts.length == 3
                    ? Optional.of(new PendingStep(parts[0], kind(parts[1]), parts[2]))
                    : Optional.empty();
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    private static SecondFactor kind(String name) {
        return name.equals(PASSWORD) ? null : SecondFactor.valueOf(name);
    }
}
