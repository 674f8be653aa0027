package fr.hubee.clients.client;

import fr.hubee.kernel.security.SecretHash;
import fr.hubee.kernel.shared.Sha256;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Hashes clients' secrets. They are as random as tokens and cannot be guessed, so one plain hash is enough (ADR 26).
 */
@Dependent
public class ClientSecretHash {
    /** The former hash algorithm. */
    private static final String SLOW = "PBKDF2";

    private final SecretHash slow;

    @Inject
    public ClientSecretHash(SecretHash slow) {
        this.slow = slow;
    }

    public static String of(String secret) {
        return Sha256.hex(secret);
    }

    /** @param hash null for an unknown client: never matches, and takes the same time */
    public boolean matches(String secret, String hash) {
        if (hash != null && hash.startsWith(SLOW)) {
            return slow.matches(secret, hash);
        }
        return MessageDigest.isEqual(bytes(of(secret)), bytes(hash == null ? "" : hash));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
