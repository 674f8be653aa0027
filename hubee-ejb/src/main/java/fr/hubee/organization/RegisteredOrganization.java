package fr.hubee.organization;

import fr.hubee.shared.OrganizationKey;
import java.time.Instant;

/** An organisation as the register holds it. */
public record RegisteredOrganization(
        OrganizationKey key, OrganizationDetails details, Instant createdAt, Instant updatedAt) {}
