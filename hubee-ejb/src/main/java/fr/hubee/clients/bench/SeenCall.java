package fr.hubee.clients.bench;

import fr.hubee.clients.client.ApiCall;
import java.time.Instant;
import java.util.UUID;

/**
 * A call that a software made while it ran a scenario.
 *
 * @param path with its identifiers; of the feed, also the query
 * @param subject the case of a deleted notification; null else
 * @param sent bytes of the answer's body
 * @param message the contract's text of a refusal; null for a success
 * @param spoiled whether the bench answered instead of the hub
 * @param retryAfter seconds that it was told to wait then; 0 for none
 */
public record SeenCall(
        UUID run,
        Instant beganAt,
        Instant endedAt,
        String method,
        String path,
        UUID subject,
        int status,
        long sent,
        String message,
        boolean spoiled,
        int retryAfter) {

    /** Whether the hub refused it, and not the bench in its place. */
    public boolean isRefused() {
        return !spoiled && status >= ApiCall.FIRST_REFUSAL;
    }

    /** Whether the software has made the call again since, and the hub has accepted it. */
    public boolean isCorrectedBy(SeenCall later) {
        return later.isGood()
                && later.method.equals(method)
                && later.path.equals(path)
                && !later.beganAt.isBefore(endedAt);
    }

    public boolean isGood() {
        return !spoiled && status / 100 == 2;
    }
}
