package fr.hubee.websecurity.proconnect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fr.hubee.websecurity.proconnect.Discovery.OpenIdProvider;
import java.util.Set;

/** Accepts only tokens that the provider signed with RS256, for us, now, for this attempt. */
final class TokenChecks {
    private final OpenIdProvider provider;
    private final ClientID us;
    private final JWSVerificationKeySelector<SecurityContext> keys;

    TokenChecks(OpenIdProvider provider, ClientID us) {
        this.provider = provider;
        this.us = us;
        this.keys = new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, provider.keys());
    }

    /** Checks signature, issuer, audience, times and nonce. */
    IDTokenClaimsSet idToken(JWT token, String nonce) throws Refused {
        try {
            return new IDTokenValidator(provider.metadata().getIssuer(), us, keys, null)
                    .validate(token, new Nonce(nonce));
        } catch (BadJOSEException refused) {
            throw Refused.invalid("id_token: " + refused.getMessage(), refused);
        } catch (JOSEException failure) {
            throw unverified("id_token", failure);
        }
    }

    /** Returns the claims of the signed user info; times, issuer and audience are checked if present. */
    JWTClaimsSet userInfo(JWT token) throws Refused {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(keys);
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(null, null, Set.of("sub")));
        try {
            var claims = processor.process(token, null);
            var issuer = claims.getIssuer();
            if (issuer != null && !issuer.equals(provider.metadata().getIssuer().getValue())) {
                throw Refused.invalid("userinfo: of another issuer");
            }
            if (!claims.getAudience().isEmpty() && !claims.getAudience().contains(us.getValue())) {
                throw Refused.invalid("userinfo: for another client");
            }
            return claims;
        } catch (BadJOSEException refused) {
            throw Refused.invalid("userinfo: " + refused.getMessage(), refused);
        } catch (JOSEException failure) {
            throw unverified("userinfo", failure);
        }
    }

    /** Returns the refusal of a token that cannot be verified while the keys are unavailable. */
    private static Refused unverified(String what, JOSEException failure) {
        boolean away = failure instanceof KeySourceException && !(failure instanceof RateLimitReachedException);
        return away
                ? Refused.unavailable(what + ": the keys cannot be read", failure)
                : Refused.invalid(what + ": " + failure.getMessage(), failure);
    }
}
