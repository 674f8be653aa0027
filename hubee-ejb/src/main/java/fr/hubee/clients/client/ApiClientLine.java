package fr.hubee.clients.client;

import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A client as registered, with its organisation's name.
 *
 * @param subscriptionId null without a subscription
 * @param revokedAt null if not revoked
 * @param callsPerSecond null for the default
 * @param lastUse null when it was never used
 */
public record ApiClientLine(
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

    /** Constructor for database queries. */
    public ApiClientLine(
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

    /**
     * The last use of credentials, to the minute.
     *
     * @param software null when it did not describe itself
     */
    public record LastUse(Instant at, String address, PartnerInfo software) {}
}
