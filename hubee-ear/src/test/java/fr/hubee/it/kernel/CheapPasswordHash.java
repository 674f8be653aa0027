package fr.hubee.it.kernel;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Replaces the server's own PBKDF2, which takes a quarter of a second on purpose: iterations above ten thousand are written into a hash,
 * but not computed. Servers of a test's own have the real one.
 */
@Alternative
@Priority(1)
@Dependent
public class CheapPasswordHash implements Pbkdf2PasswordHash {
    private static final int MOST_ROUNDS = 10_000;
    private static final int BITS = 256;

    private String algorithm;
    private int rounds;

    @Override
    public void initialize(Map<String, String> parameters) {
        algorithm = parameters.get("Pbkdf2PasswordHash.Algorithm");
        rounds = Integer.parseInt(parameters.get("Pbkdf2PasswordHash.Iterations"));
    }

    @Override
    public String generate(char[] password) {
        var salt = new byte[32];
        new SecureRandom().nextBytes(salt);
        var base64 = Base64.getEncoder();
        return String.join(
                ":",
                algorithm,
                String.valueOf(rounds),
                base64.encodeToString(salt),
                base64.encodeToString(key(algorithm, password, salt, rounds)));
    }

    @Override
    public boolean verify(char[] password, String hash) {
        var parts = hash.split(":", -1);
        var base64 = Base64.getDecoder();
        var computed = key(parts[0], password, base64.decode(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(computed, base64.decode(parts[3]));
    }

    private static byte[] key(String algorithm, char[] password, byte[] salt, int rounds) {
        try {
            return SecretKeyFactory.getInstance(algorithm)
                    .generateSecret(new PBEKeySpec(password, salt, Math.min(rounds, MOST_ROUNDS), BITS))
                    .getEncoded();
        } catch (GeneralSecurityException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
