package fr.hubee.exchange.folder;

import fr.hubee.kernel.shared.OrganizationKey;

/** Cases were moved to another organisation; observed in the same transaction. */
public record CasesMigrated(OrganizationKey source, OrganizationKey target) {}
