package fr.hubee.clients.token;

import fr.hubee.kernel.security.Caller;
import java.util.Optional;

/**
 * The result of a call with a token.
 *
 * @param caller empty when the token is invalid, or the rate limit is exceeded
 * @param limit the caller's rate limit; empty when the token is invalid
 */
public record Admission(Optional<Caller> caller, Optional<RateLimit> limit) {
    static final Admission UNKNOWN = new Admission(Optional.empty(), Optional.empty());

    static Admission tooOften(RateLimit limit) {
        return new Admission(Optional.empty(), Optional.of(limit));
    }
}
