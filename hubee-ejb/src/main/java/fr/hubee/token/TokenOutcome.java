package fr.hubee.token;

import fr.hubee.ratelimit.RateLimit;
import fr.hubee.token.client.Scope;
import java.time.Duration;

/** What the token endpoint answers (RFC 6749 §5). */
public sealed interface TokenOutcome {

    record Issued(String accessToken, Scope scope, Duration life) implements TokenOutcome {}

    /** Unknown client, wrong secret, or revoked credentials: never said which. */
    record InvalidClient(String clientId) implements TokenOutcome {}

    record InvalidScope() implements TokenOutcome {}

    record UnsupportedGrantType() implements TokenOutcome {}

    /** Too many refused attempts: not even looked at before the wait is over. */
    record TooManyFailures(RateLimit limit) implements TokenOutcome {}
}
