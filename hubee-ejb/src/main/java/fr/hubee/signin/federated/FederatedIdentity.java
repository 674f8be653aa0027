package fr.hubee.signin.federated;

import java.time.Instant;

/**
 * A person as an identity provider vouches for her.
 *
 * @param subject her identifier there
 * @param siret of the organisation she acts for; null when the provider does not tell
 * @param secondFactor whether she proved who she is with two factors
 * @param authenticatedAt when she proved it; null when the provider does not tell
 */
public record FederatedIdentity(
        String issuer, String subject, String email, String siret, boolean secondFactor, Instant authenticatedAt) {

    public FederatedIdentity(String issuer, String subject, String email, String siret, boolean secondFactor) {
        this(issuer, subject, email, siret, secondFactor, null);
    }
}
