package fr.hubee.clients.bench;

import fr.hubee.clients.client.ApiCall;
import fr.hubee.kernel.shared.ColumnText;
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
    private static final int LONGEST_METHOD = 10;
    private static final int LONGEST_TEXT = 500;

    /** Fits what the software sent: its method and path are as it likes. */
    public SeenCall {
        method = ColumnText.fit(method, LONGEST_METHOD);
        path = ColumnText.fit(path, LONGEST_TEXT);
        message = ColumnText.fit(message, LONGEST_TEXT);
    }

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
