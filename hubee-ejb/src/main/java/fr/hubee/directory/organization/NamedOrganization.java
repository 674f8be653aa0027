package fr.hubee.directory.organization;

import fr.hubee.kernel.shared.OrganizationKey;

/** An organisation in a selection list. */
public record NamedOrganization(OrganizationKey key, String name) {}
