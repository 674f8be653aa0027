package fr.hubee.clients.token;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The state of a caller's limit, for the fields of draft-ietf-httpapi-ratelimit-headers.
 *
 * @param policy its name
 * @param quota number of calls in {@code window} seconds
 * @param remaining number of calls left
 * @param reset time until one call is possible (when rejected), or until the quota is full again
 */
public record RateLimit(String policy, long quota, long window, long remaining, Duration reset, boolean refused) {

    /** The response header fields, by name. */
    public Map<String, String> fields() {
        var fields = new HashMap<>(Map.of("RateLimit-Policy", policyField(), "RateLimit", limitField()));
        if (refused) {
            fields.put("Retry-After", String.valueOf(retryAfter()));
        }
        return fields;
    }

    String policyField() {
        return "\"" + policy + "\";q=" + quota + ";w=" + window;
    }

    String limitField() {
        return "\"" + policy + "\";r=" + remaining + ";t=" + retryAfter();
    }

    /** Returns the wait in whole seconds, at least one. */
    long retryAfter() {
        return Math.max(1, reset.plusMillis(999).toSeconds());
    }
}
