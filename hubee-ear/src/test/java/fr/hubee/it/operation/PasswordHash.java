package fr.hubee.it.operation;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A password hash as stored by the hub: Jakarta Security's PBKDF2 format. */
final class PasswordHash {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int ITERATIONS = 210_000;
    private static final int BYTES = 32;

    private PasswordHash() {}

    static String of(String password) {
        var salt = new byte[BYTES];
        new SecureRandom().nextBytes(salt);
        try {
            var hash = SecretKeyFactory.getInstance(ALGORITHM)
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, BYTES * 8))
                    .getEncoded();
            var text = Base64.getEncoder();
            return ALGORITHM + ":" + ITERATIONS + ":" + text.encodeToString(salt) + ":" + text.encodeToString(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
