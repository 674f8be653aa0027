package fr.hubee.organization;

import fr.hubee.shared.OrganizationKey;

/** An organisation in a list to choose from. */
public record NamedOrganization(OrganizationKey key, String name) {}
