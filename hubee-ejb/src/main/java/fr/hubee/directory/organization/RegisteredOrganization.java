package fr.hubee.directory.organization;

import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;

/** An organisation of the register. */
public record RegisteredOrganization(
        OrganizationKey key, OrganizationDetails details, Instant createdAt, Instant updatedAt) {}
