package fr.hubee.kernel.security;

import java.security.SecureRandom;
import java.util.Base64;

/** The text of a token: 256 random bits, so that a plain hash is safe to store. */
public final class TokenText {
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenText() {}

    public static String fresh() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
