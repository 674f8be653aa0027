package fr.hubee.token.client;

import fr.hubee.security.PartnerInfo;
import fr.hubee.shared.OrganizationKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A client as the hub holds it, with its organisation's name.
 *
 * @param subscriptionId null when it belongs to none
 * @param revokedAt null while it is good
 * @param callsPerSecond null when it is held to what the others are
 * @param lastUse null when it never served
 */
public record RegisteredApiClient(
        String clientId,
        Scope scope,
        OrganizationKey organization,
        String organizationName,
        List<String> processCodes,
        UUID subscriptionId,
        Instant createdAt,
        Instant revokedAt,
        Integer callsPerSecond,
        LastUse lastUse) {

    /** As the database gives it. */
    public RegisteredApiClient(
            String clientId,
            Scope scope,
            OrganizationKey organization,
            String organizationName,
            String[] processCodes,
            UUID subscriptionId,
            Instant createdAt,
            Instant revokedAt,
            Integer callsPerSecond,
            Instant usedAt,
            String address,
            PartnerInfo software) {
        this(
                clientId,
                scope,
                organization,
                organizationName,
                List.of(processCodes),
                subscriptionId,
                createdAt,
                revokedAt,
                callsPerSecond,
                usedAt == null ? null : new LastUse(usedAt, address, software));
    }
}
