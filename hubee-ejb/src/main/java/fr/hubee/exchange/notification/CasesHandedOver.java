package fr.hubee.exchange.notification;

import fr.hubee.kernel.shared.OrganizationKey;

/** Cases of one organisation are now the other's; observed in the same transaction. */
public record CasesHandedOver(OrganizationKey source, OrganizationKey target) {}
