package fr.hubee.directory.organization;

import fr.hubee.kernel.shared.OrganizationKey;

/** An organisation opened for a change, with the state that was shown. */
public record OpenedOrganization(OrganizationKey key, long version, OrganizationForm form) {}
