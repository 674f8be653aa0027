package fr.hubee.organization;

import fr.hubee.shared.OrganizationKey;

/** An organisation that somebody is about to change, as it was when she opened it. */
public record OpenedOrganization(OrganizationKey key, long version, OrganizationForm form) {}
