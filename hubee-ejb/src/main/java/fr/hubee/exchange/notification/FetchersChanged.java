package fr.hubee.exchange.notification;

import fr.hubee.kernel.shared.OrganizationKey;
import java.util.UUID;

/** Fired when others than before fetch some cases of this service after a merge, and must be notified. Observed in the same transaction. */
public record FetchersChanged(UUID merge, OrganizationKey recipient) {}
