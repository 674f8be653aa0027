package fr.hubee.clients.token;

import fr.hubee.clients.client.Scope;
import fr.hubee.kernel.shared.RefusalDetail;
import java.time.Duration;

/** The answer of the token endpoint (RFC 6749 §5). */
public sealed interface TokenOutcome {

    /** Whether there is such a client. */
    default boolean known() {
        return true;
    }

    record Issued(String accessToken, Scope scope, Duration life) implements TokenOutcome {}

    /**
     * Unknown client, wrong secret, or revoked credentials, without telling them apart.
     *
     * @param detail for the log only, and null when there is no such client
     */
    record InvalidClient(String clientId, RefusalDetail detail) implements TokenOutcome {
        @Override
        public boolean known() {
            return detail != null;
        }
    }

    record InvalidScope() implements TokenOutcome {}

    record UnsupportedGrantType() implements TokenOutcome {}

    /**
     * Too many refused attempts: rejected unchecked until the wait is over.
     *
     * @param known the same; false while its whole address waits
     */
    record TooManyFailures(RateLimit limit, boolean known) implements TokenOutcome {}
}
