package fr.hubee.reception;

import fr.hubee.shared.OrganizationKey;
import java.util.UUID;

/**
 * The portal has read everything about a case on behalf of its service: its notifications can be removed from the
 * queue.
 */
public record CaseFetched(UUID caseId, OrganizationKey reader) {}
