package fr.hubee.token.credential;

import fr.hubee.token.client.LastUse;
import fr.hubee.token.client.SecretLife;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a subscription's credentials; never their secret.
 *
 * @param secrets those that are good, the newest first
 * @param lastUse null when they never served
 */
public record KnownCredentials(String clientId, List<SecretLife> secrets, LastUse lastUse) {

    /** Whoever could see the secret before then knows it no longer, once the former one has ended. */
    public Instant renewedAt() {
        return secrets.get(0).createdAt();
    }
}
