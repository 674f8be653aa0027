package fr.hubee.websecurity.proconnect;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

/**
 * One way to the provider and back; only the browser that began it can end it.
 *
 * @param stepUp whether two factors were asked for, because the first time they were missing
 * @param again whether she is asked anew although the provider knows her: see {@link fr.hubee.security.RecentSecondFactor}
 * @param next where she wanted to go
 * @param until after which it is forgotten
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

    /** Whether the provider answers to this attempt. */
    boolean hasState(String other) {
        return other != null
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Attempt[stepUp=" + stepUp + ", next=" + next + "]"; // never what it is recognised by
    }
}
