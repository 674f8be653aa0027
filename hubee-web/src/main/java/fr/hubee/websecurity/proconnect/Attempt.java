package fr.hubee.websecurity.proconnect;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

/**
 * One sign-in at the provider; only the browser that began it can complete it.
 *
 * @param stepUp whether two factors are required, because they were missing the first time
 * @param again whether she must authenticate again although the provider has a session: see {@link
 * fr.hubee.kernel.security.RecentSecondFactor}
 * @param next the page that she asked for
 * @param until when it expires
 */
record Attempt(String state, String nonce, String verifier, boolean stepUp, boolean again, String next, Instant until) {
    static final Duration LIFE = Duration.ofMinutes(10);

    static Attempt begin(String next, boolean stepUp, boolean again, Instant now) {
        return new Attempt(
                new State().getValue(),
                new Nonce().getValue(),
                new CodeVerifier().getValue(),
                stepUp,
                again,
                next,
                now.plus(LIFE));
    }

    /** Whether the provider's answer belongs to this attempt. */
    boolean hasState(String other) {
        return other != null
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Attempt[stepUp=" + stepUp + ", next=" + next + "]"; // never the secrets
    }
}
