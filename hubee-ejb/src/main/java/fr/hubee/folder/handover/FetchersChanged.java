package fr.hubee.folder.handover;

import fr.hubee.shared.OrganizationKey;
import java.util.UUID;

/** Others fetch some cases of a merge, those of this service, than before: they must be told of them. Observed in the same transaction. */
public record FetchersChanged(UUID merge, OrganizationKey recipient) {}
