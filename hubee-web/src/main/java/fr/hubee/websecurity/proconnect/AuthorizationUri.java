package fr.hubee.websecurity.proconnect;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.ClaimRequirement;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSetRequest;
import fr.hubee.kernel.shared.AuthenticationLevel;
import java.net.URI;
import java.util.stream.Stream;

/** The authorization request to the provider, as an address for the browser. */
record AuthorizationUri(ClientRegistration registration, URI comeBack) {
    private static final Scope SCOPES =
            Scope.parse("openid given_name usual_name email siret organization_label idp_id");

    URI of(Provider provider, Attempt attempt) {
        var request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, SCOPES, new ClientID(registration.clientId()), comeBack)
                .endpointURI(provider.metadata().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .acrValues(levels(attempt).map(ACR::new).toList())
                .claims(new OIDCClaimsRequest().withIDTokenClaimsRequest(claims(attempt)));
        return (attempt.again() ? request.prompt(new Prompt(Prompt.Type.LOGIN)) : request)
                .build()
                .toURI();
    }

    /** Returns the claims to request: ProConnect returns the factors and the time of the authentication only on request. */
    private ClaimsSetRequest claims(Attempt attempt) {
        var factors = new ClaimsSetRequest().add("amr").add("auth_time");
        if (!attempt.stepUp()) {
            return factors;
        }
        return factors.add(new ClaimsSetRequest.Entry("acr")
                .withClaimRequirement(ClaimRequirement.ESSENTIAL)
                .withValues(levels(attempt).toList()));
    }

    private Stream<String> levels(Attempt attempt) {
        var levels = attempt.stepUp() ? twoFactors() : Stream.of(registration.minimum());
        return levels.map(AuthenticationLevel::acr);
    }

    private Stream<AuthenticationLevel> twoFactors() {
        return Stream.of(AuthenticationLevel.values())
                .filter(AuthenticationLevel::hasSecondFactor)
                .filter(level -> level.isAtLeast(registration.minimum()));
    }
}
