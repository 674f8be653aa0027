package fr.hubee.token;

import fr.hubee.ratelimit.RateLimit;
import fr.hubee.security.Caller;
import java.util.Optional;

/**
 * What comes of a call with a token.
 *
 * @param caller empty when the token is no good, or when the caller calls too often
 * @param limit what the caller is held to; empty when the token is no good
 */
public record Admission(Optional<Caller> caller, Optional<RateLimit> limit) {
    static final Admission UNKNOWN = new Admission(Optional.empty(), Optional.empty());

    static Admission tooOften(RateLimit limit) {
        return new Admission(Optional.empty(), Optional.of(limit));
    }
}
