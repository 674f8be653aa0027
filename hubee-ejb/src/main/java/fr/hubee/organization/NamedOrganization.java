package fr.hubee.organization;

import fr.hubee.shared.OrganizationKey;

/** An organisation in a selection list. */
public record NamedOrganization(OrganizationKey key, String name) {}
