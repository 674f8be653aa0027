package fr.hubee.subscription;

import fr.hubee.shared.OrganizationKey;

/** An organisation to choose from a list. */
public record NamedOrganization(OrganizationKey key, String name) {}
