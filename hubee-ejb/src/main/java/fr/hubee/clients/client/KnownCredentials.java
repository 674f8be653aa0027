package fr.hubee.clients.client;

import fr.hubee.clients.client.ApiClientLine.LastUse;
import java.time.Instant;
import java.util.List;

/**
 * The known data of a subscription's credentials; never their secret.
 *
 * @param secrets the valid ones, newest first
 * @param lastUse null when they were never used
 */
public record KnownCredentials(String clientId, List<SecretLife> secrets, LastUse lastUse) {

    /** Secrets seen before then are no longer accepted, once the former one has expired. */
    public Instant renewedAt() {
        return secrets.get(0).createdAt();
    }

    /** @param expiresAt null while no end is set */
    public record SecretLife(Instant createdAt, Instant expiresAt) {}
}
