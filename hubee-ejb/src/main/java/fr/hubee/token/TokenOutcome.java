package fr.hubee.token;

import fr.hubee.ratelimit.RateLimit;
import fr.hubee.token.client.Scope;
import java.time.Duration;

/** The answer of the token endpoint (RFC 6749 §5). */
public sealed interface TokenOutcome {

    record Issued(String accessToken, Scope scope, Duration life) implements TokenOutcome {}

    /** Unknown client, wrong secret, or revoked credentials, without telling them apart. */
    record InvalidClient(String clientId) implements TokenOutcome {}

    record InvalidScope() implements TokenOutcome {}

    record UnsupportedGrantType() implements TokenOutcome {}

    /** Too many refused attempts: rejected unchecked until the wait is over. */
    record TooManyFailures(RateLimit limit) implements TokenOutcome {}
}
