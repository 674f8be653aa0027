package fr.hubee.clients.client;

import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;

/**
 * Search criteria for clients; null matches anything.
 *
 * @param text part of the identifier or of the organisation's name, in any case
 * @param revoked whether they are revoked
 * @param idleSince neither created nor used since then
 * @param sort null for the newest first
 * @param maxResult maximum number of results
 */
public record ApiClientQuery(
        Scope scope,
        OrganizationKey organization,
        String text,
        Boolean revoked,
        Instant idleSince,
        ApiClientSort sort,
        boolean descending,
        int offset,
        int maxResult) {

    String order() {
        return sort == null ? ApiClientSort.CREATED.clause(true) : sort.clause(descending);
    }
}
