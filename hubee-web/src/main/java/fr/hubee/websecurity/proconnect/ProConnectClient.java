package fr.hubee.websecurity.proconnect;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    Vouched identity(Map<String, List<String>> parameters, Attempt attempt) throws Refused {
        var provider = discovery.provider();
        var code = CallbackAnswer.code(
                comeBack, parameters, attempt, provider.metadata().getIssuer());
        var exchange = new CodeExchange(registration, comeBack);
        var tokens = exchange.tokens(provider, code, attempt);
        var checks = new TokenChecks(provider, new ClientID(registration.clientId()));
        var proven = new ProvenIdentity(checks.idToken(tokens.getIDToken(), attempt.nonce()), registration.minimum());
        var identity = proven.with(exchange.userInfo(provider, tokens.getAccessToken(), checks));
        return new Vouched(identity, tokens.getIDTokenString());
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
        } catch (ParseException notTheOneThatWasKept) {
            throw new IllegalStateException(notTheOneThatWasKept);
        }
    }
}
