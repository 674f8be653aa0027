package fr.hubee.websecurity.proconnect;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Identifier;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.AMR;
import com.nimbusds.openid.connect.sdk.claims.ClaimRequirement;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSetRequest;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import fr.hubee.kernel.shared.AuthenticationLevel;
import fr.hubee.people.signin.FederatedIdentity;
import fr.hubee.people.signin.FederatedRefusal;
import fr.hubee.websecurity.proconnect.Discovery.OpenIdProvider;
import fr.hubee.websecurity.proconnect.ProConnectSettings.ClientRegistration;
import java.net.URI;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The OpenID Connect client: makes the authorization request, and finds the identity from the answer. */
final class ProConnectClient {
    private final ClientRegistration registration;
    private final URI comeBack;
    private final Discovery discovery;

    /** @param comeBack the redirect address registered at the provider */
    ProConnectClient(ClientRegistration registration, URI comeBack) {
        this.registration = registration;
        this.comeBack = comeBack;
        this.discovery = new Discovery(registration.issuer(), Ticker.systemTicker());
    }

    URI authorization(Attempt attempt) throws Refused {
        return new AuthorizationUri(registration, comeBack).of(discovery.provider(), attempt);
    }

    /** @param parameters of the returning request, whose state is the attempt's */
    ProvenPerson identity(Map<String, List<String>> parameters, Attempt attempt) throws Refused {
        var provider = discovery.provider();
        var code = CallbackAnswer.code(
                comeBack, parameters, attempt, provider.metadata().getIssuer());
        var exchange = new CodeExchange(registration, comeBack);
        var tokens = exchange.tokens(provider, code, attempt);
        var checks = new TokenChecks(provider, new ClientID(registration.clientId()));
        var proven = new ProvenIdentity(checks.idToken(tokens.getIDToken(), attempt.nonce()), registration.minimum());
        var identity = proven.with(exchange.userInfo(provider, tokens.getAccessToken(), checks));
        return new ProvenPerson(identity, tokens.getIDTokenString());
    }

    /**
     * Returns the provider's sign-out address, which leads back to the portal.
     *
     * @return empty when the provider has none
     */
    Optional<URI> signOut(String idToken, URI afterwards) throws Refused {
        var endpoint = discovery.provider().metadata().getEndSessionEndpointURI();
        if (endpoint == null) {
            return Optional.empty();
        }
        try {
            var request = new LogoutRequest(endpoint, SignedJWT.parse(idToken), afterwards, new State());
            return Optional.of(request.toURI());
        } catch (ParseException invalid) {
            throw new IllegalStateException(invalid);
        }
    }

    /** The authorization request to the provider, as an address for the browser. */
    record AuthorizationUri(ClientRegistration registration, URI comeBack) {
        private static final Scope SCOPES = Scope.parse("openid email siret");

        URI of(OpenIdProvider provider, Attempt attempt) {
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

    /** The provider's answer, as the browser brings it. */
    static final class CallbackAnswer {
        private static final Set<ErrorObject> HERS =
                Set.of(OAuth2Error.ACCESS_DENIED, OIDCError.LOGIN_REQUIRED, OIDCError.INTERACTION_REQUIRED);

        private CallbackAnswer() {}

        /**
         * @param issuer the expected issuer, if the answer has one (RFC 9207)
         * @throws Refused when the answer has no code
         */
        static AuthorizationCode code(
                URI comeBack, Map<String, List<String>> parameters, Attempt attempt, Issuer issuer) throws Refused {
            var answer = parse(comeBack, parameters);
            if (answer.getIssuer() != null && !answer.getIssuer().equals(issuer)) {
                throw Refused.invalid("the answer is of another issuer");
            }
            if (!answer.indicatesSuccess()) {
                throw refusal(answer.toErrorResponse().getErrorObject(), attempt);
            }
            var code = answer.toSuccessResponse().getAuthorizationCode();
            if (code == null) {
                throw Refused.invalid("the answer has no code");
            }
            return code;
        }

        private static AuthenticationResponse parse(URI comeBack, Map<String, List<String>> parameters) throws Refused {
            try {
                return AuthenticationResponseParser.parse(comeBack, parameters);
            } catch (com.nimbusds.oauth2.sdk.ParseException invalid) {
                throw Refused.invalid("the answer cannot be read", invalid);
            }
        }

        private static Refused refusal(ErrorObject error, Attempt attempt) {
            var message = "the provider answers " + error.getCode();
            if (HERS.contains(error)) {
                return new Refused(FederatedRefusal.CANCELLED, message);
            }
            if (OIDCError.UNMET_AUTHENTICATION_REQUIREMENTS.equals(error)) {
                return new Refused(
                        attempt.stepUp()
                                ? FederatedRefusal.SECOND_FACTOR_REQUIRED
                                : FederatedRefusal.INSUFFICIENT_AUTHENTICATION_LEVEL,
                        message);
            }
            return new Refused(FederatedRefusal.PROVIDER_UNAVAILABLE, message);
        }
    }

    /** The person's identity, proven by the provider (specification §9.3). */
    static final class ProvenIdentity {
        /** The value for several factors (RFC 8176). */
        private static final AMR SEVERAL_FACTORS = new AMR("mfa");

        private final IDTokenClaimsSet token;
        private final AuthenticationLevel level;

        /** @throws Refused when the level is too low: several factors do not turn a declared identity into a verified one */
        ProvenIdentity(IDTokenClaimsSet token, AuthenticationLevel minimum) throws Refused {
            this.token = token;
            this.level = Optional.ofNullable(token.getACR())
                    .map(Identifier::getValue)
                    .flatMap(AuthenticationLevel::of)
                    .filter(reached -> reached.isAtLeast(minimum))
                    .orElseThrow(() -> new Refused(
                            FederatedRefusal.INSUFFICIENT_AUTHENTICATION_LEVEL,
                            "acr is not at least " + minimum.acr()));
        }

        /** @throws Refused when it is another person, or has no usable e-mail address */
        FederatedIdentity with(UserInfo told) throws Refused {
            if (!token.getSubject().equals(told.getSubject())) {
                throw Refused.invalid("userinfo: about somebody else");
            }
            if (Boolean.FALSE.equals(told.getEmailVerified())) {
                throw Refused.invalid("userinfo: the e-mail is not verified");
            }
            var email = text(told.getEmailAddress());
            if (email == null) {
                throw Refused.invalid("userinfo: without an e-mail");
            }
            return new FederatedIdentity(
                    token.getIssuer().getValue(),
                    token.getSubject().getValue(),
                    email,
                    text(Objects.toString(told.getClaim("siret"), null)),
                    hasSecondFactor(),
                    Optional.ofNullable(token.getAuthenticationTime())
                            .map(Date::toInstant)
                            .orElse(null));
        }

        private boolean hasSecondFactor() {
            var methods = token.getAMR();
            return level.hasSecondFactor() || (methods != null && methods.contains(SEVERAL_FACTORS));
        }

        private static String text(String claim) {
            return claim == null || claim.isBlank() ? null : claim.strip();
        }
    }

    /**
     * A person authenticated by the provider.
     *
     * @param idToken the proof, which the provider needs at sign-out
     */
    record ProvenPerson(FederatedIdentity identity, String idToken) {
        @Override
        public String toString() {
            return "ProvenPerson[]"; // contains personal data and a token: not for logs
        }
    }
}
