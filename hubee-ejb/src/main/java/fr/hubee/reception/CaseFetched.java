package fr.hubee.reception;

import fr.hubee.shared.OrganizationKey;
import java.util.UUID;

/** The portal has read, for a service, all that waits for it about a case: its queue need not tell it any more. */
public record CaseFetched(UUID caseId, OrganizationKey reader) {}
