package fr.hubee.people.account;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.identity.Identity;
import java.time.Instant;
import java.util.UUID;

/**
 * An account as its page and lists show it.
 *
 * @param version to send back with a change
 * @param datapass whether a DataPass request created the account
 * @param updatedAt null if never changed
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
        Instant updatedAt) {

    public String name() {
        return identity.firstName() + " " + identity.lastName();
    }
}
