package fr.hubee.account;

import fr.hubee.account.identity.Identity;
import fr.hubee.shared.OrganizationKey;
import java.time.Instant;
import java.util.UUID;

/**
 * An account as its page shows it.
 *
 * @param version to be named by whoever changes what she read here
 * @param datapass whether a request of DataPass made it
 * @param updatedAt null while nothing was changed
 */
public record AccountDetail(
        UUID id,
        long version,
        String email,
        OrganizationKey organization,
        String organizationName,
        Identity identity,
        Rights rights,
        boolean datapass,
        boolean active,
        Instant createdAt,
        Instant updatedAt) {}
