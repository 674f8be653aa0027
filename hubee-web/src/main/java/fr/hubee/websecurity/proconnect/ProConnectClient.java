package fr.hubee.websecurity.proconnect;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.oauth2.sdk.id.ClientID;
import fr.hubee.shared.ProConnectSettings;
import fr.hubee.signin.FederatedIdentity;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Talks to the provider: sends a browser there, and finds out who came back. */
final class ProConnectClient {
    private final ProConnectSettings settings;
    private final URI comeBack;
    private final Discovery discovery;

    /** @param comeBack where the provider sends browsers to, as it knows it */
    ProConnectClient(ProConnectSettings settings, URI comeBack) {
        this.settings = settings;
        this.comeBack = comeBack;
        this.discovery = new Discovery(settings.issuer(), Ticker.systemTicker());
    }

    URI authorization(Attempt attempt) throws Refused {
        return new AuthorizationUri(settings, comeBack).of(discovery.provider(), attempt);
    }

    /** @param parameters of the request that came back; its state is the attempt's */
    FederatedIdentity identity(Map<String, List<String>> parameters, Attempt attempt) throws Refused {
        var provider = discovery.provider();
        var code = CallbackAnswer.code(
                comeBack, parameters, attempt, provider.metadata().getIssuer());
        var exchange = new CodeExchange(settings, comeBack);
        var tokens = exchange.tokens(provider, code, attempt);
        var checks = new TokenChecks(provider, new ClientID(settings.clientId()));
        var proven = new ProvenIdentity(checks.idToken(tokens.getIDToken(), attempt.nonce()), settings.minimum());
        return proven.with(exchange.userInfo(provider, tokens.getAccessToken(), checks));
    }
}
