package fr.hubee.people.signin;

import java.time.Instant;

/**
 * A person authenticated by an identity provider.
 *
 * @param subject her identifier there
 * @param siret of the organisation she acts for; null when the provider does not give it
 * @param secondFactor whether she used two factors
 * @param authenticatedAt when she was authenticated; null when the provider does not give it
 */
public record FederatedIdentity(
        String issuer, String subject, String email, String siret, boolean secondFactor, Instant authenticatedAt) {}
