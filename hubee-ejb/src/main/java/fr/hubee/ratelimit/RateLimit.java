package fr.hubee.ratelimit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How a caller stands with the limit that it is held to, for the fields of draft-ietf-httpapi-ratelimit-headers.
 *
 * @param policy its name
 * @param quota how many calls in {@code window} seconds
 * @param remaining of them
 * @param reset until there is one more (when it is refused), or until all are there again
 */
public record RateLimit(String policy, long quota, long window, long remaining, Duration reset, boolean refused) {

    /** Software that stays far below its limit hears nothing of it. */
    public boolean isWorthTelling() {
        return refused || remaining < quota / 2;
    }

    /** The fields of an answer that tell it, by name. */
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

    /** In whole seconds, one at least. */
    long retryAfter() {
        return Math.max(1, reset.plusMillis(999).toSeconds());
    }
}
