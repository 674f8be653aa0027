package fr.hubee.clients.bench;

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

    public boolean isGood() {
        return !spoiled && status / 100 == 2;
    }
}
