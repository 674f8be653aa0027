package fr.hubee.clients.client;

import java.time.Instant;

/**
 * Which calls are wanted; what is null leaves the others out.
 *
 * @param organization a SIRET, or a part of its name
 * @param refused true for the refused ones only
 */
public record ApiCallQuery(
        String clientId, String organization, String processCode, Boolean refused, String requestId, Instant since) {

    /** Returns the query for one call. */
    public static ApiCallQuery of(String requestId) {
        return new ApiCallQuery(null, null, null, null, requestId, null);
    }
}
