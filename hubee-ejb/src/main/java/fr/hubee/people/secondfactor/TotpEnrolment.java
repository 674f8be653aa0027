package fr.hubee.people.secondfactor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The data for the authenticator application; shown until a first code has confirmed it.
 *
 * @param secret for manual input
 * @param uri for the QR code
 */
public record TotpEnrolment(String secret, String uri) {
    boolean isShownAs(String text) {
        return MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.UTF_8), String.valueOf(text).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "TotpEnrolment[]"; // never the secret
    }
}
