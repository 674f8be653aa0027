package fr.hubee.token.client;

import fr.hubee.shared.OrganizationKey;
import java.time.Instant;

/**
 * Search criteria for clients; null matches anything.
 *
 * @param text part of the identifier or of the organisation's name, in any case
 * @param revoked whether they are revoked
 * @param idleSince neither created nor used since then
 * @param maxResult maximum number of results
 */
public record ApiClientQuery(
        Scope scope,
        OrganizationKey organization,
        String text,
        Boolean revoked,
        Instant idleSince,
        int offset,
        int maxResult) {}
