package fr.hubee.exchange.handover;

import fr.hubee.kernel.shared.OrganizationKey;
import java.util.UUID;

/** Others fetch some cases of a merge, those of this service, than before: they must be told of them. Observed in the same transaction. */
public record FetchersChanged(UUID merge, OrganizationKey recipient) {}
