package fr.hubee.exchange.notification;

import fr.hubee.kernel.shared.OrganizationKey;
import java.util.UUID;

/**
 * The portal has read everything about a case on behalf of its service: its notifications can be removed from the
 * queue.
 */
public record CaseFetched(UUID caseId, OrganizationKey reader) {}
