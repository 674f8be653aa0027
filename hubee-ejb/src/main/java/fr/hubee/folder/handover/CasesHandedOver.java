package fr.hubee.folder.handover;

import fr.hubee.shared.OrganizationKey;

/** Cases of one organisation are now the other's; observed in the same transaction. */
public record CasesHandedOver(OrganizationKey source, OrganizationKey target) {}
