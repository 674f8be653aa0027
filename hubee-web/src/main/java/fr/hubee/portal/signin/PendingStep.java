package fr.hubee.portal.signin;

import fr.hubee.signin.secondfactor.SecondFactor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What comes next in a sign-in, as a browser keeps it. Nothing in it is believed: the token is what the server knows the step by,
 * the rest only says what to show.
 *
 * @param kind null when a new password is waited for
 */
record PendingStep(String token, SecondFactor kind, String target) {
    static final PendingStep NONE = new PendingStep(null, null, null);

    private static final String PASSWORD = "PASSWORD";

    String written() {
        var text = token + " " + (kind == null ? PASSWORD : kind.name()) + " " + target;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for what this server did not write. */
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
