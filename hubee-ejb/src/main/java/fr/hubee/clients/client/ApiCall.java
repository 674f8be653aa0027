package fr.hubee.clients.client;

import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.RefusalDetail;
import java.time.Instant;

/**
 * A call of a client that has ended. It has nothing of a body or a query.
 *
 * @param requestId the {@code X-Request-Id} of its answer
 * @param operation method and path, with the names of its parameters instead of their values
 * @param path the same path with the identifiers of a refused call instead of their names; null for a success
 * @param reason a word of ours for a refusal, with the place that refused; null for a success
 * @param message the contract's text of a refusal; null for a success
 * @param detail what the text does not say; null for nothing
 * @param took milliseconds, from the last byte of the request to the last one of the answer
 * @param received bytes of the request's body
 * @param sent bytes of the answer's body
 * @param software null when it did not describe itself
 */
public record ApiCall(
        String clientId,
        Instant endedAt,
        String requestId,
        String operation,
        String path,
        int status,
        String reason,
        String message,
        RefusalDetail detail,
        int took,
        long received,
        long sent,
        PartnerInfo software) {
    /** The lowest status of a refusal. */
    public static final int FIRST_REFUSAL = 400;

    public boolean isRefused() {
        return status >= FIRST_REFUSAL;
    }
}
