package fr.hubee.kernel.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** One-way hashing of secrets with Jakarta Security's PBKDF2; each hash contains its parameters. */
@ApplicationScoped
public class SecretHash {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int ITERATIONS = 210_000;

    /** Compared when the client is unknown, so that the answer takes the same time. */
    private String nobody;

    @Inject
    Pbkdf2PasswordHash pbkdf2;

    @PostConstruct
    void strengthen() {
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm",
                ALGORITHM,
                "Pbkdf2PasswordHash.Iterations",
                String.valueOf(ITERATIONS)));
        nobody = of("nobody");
    }

    public String of(String secret) {
        return pbkdf2.generate(secret.toCharArray());
    }

    /** @param hash null for an unknown client: never matches */
    public boolean matches(String secret, String hash) {
        boolean same = pbkdf2.verify(secret.toCharArray(), hash == null ? nobody : hash);
        return same && hash != null;
    }

    /** Whether its cost is below the current one; it should then be replaced while the secret is known. */
    public static boolean isOutdated(String hash) {
        var parts = hash.split(":", -1);
        return !parts[0].equals(ALGORITHM) || Integer.parseInt(parts[1]) < ITERATIONS;
    }
}
