package fr.hubee.websecurity.proconnect;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import fr.hubee.people.signin.FederatedRefusal;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Loads the provider's metadata at the first sign-in: the hub starts without it.
 *
 * <p>While the provider is down it is asked once in ten seconds; otherwise all requests would wait for it one after the
 * other.
 */
final class Discovery {
    /** Timeout in milliseconds, for connecting and for reading. */
    static final int TIMEOUT = (int) Duration.ofSeconds(5).toMillis();

    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final Duration BAD_FOR = Duration.ofSeconds(10);
    private static final int MOST = 256 * 1024;
    private static final System.Logger LOG = System.getLogger(Discovery.class.getName());

    private final LoadingCache<URI, Optional<OpenIdProvider>> providers;
    private final URI issuer;

    Discovery(URI issuer, Ticker ticker) {
        this.issuer = issuer;
        this.providers = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(1)
                .expireAfter(Expiry.writing(
                        (URI key, Optional<OpenIdProvider> answer) -> answer.isPresent() ? GOOD_FOR : BAD_FOR))
                .build(Discovery::ask);
    }

    OpenIdProvider provider() throws Refused {
        return providers
                .get(issuer)
                .orElseThrow(() -> new Refused(FederatedRefusal.PROVIDER_UNAVAILABLE, "discovery failed"));
    }

    private static Optional<OpenIdProvider> ask(URI issuer) {
        try {
            var metadata = OIDCProviderMetadata.resolve(new Issuer(issuer), TIMEOUT, TIMEOUT);
            return Optional.of(new OpenIdProvider(metadata, keys(metadata)));
        } catch (GeneralException | IOException failure) {
            LOG.log(Level.WARNING, "ProConnect does not say what it is at " + issuer, failure);
            return Optional.empty();
        }
    }

    /** Returns the keys, cached for five minutes; an unknown key id reloads them, at most twice in thirty seconds. */
    private static JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata) throws MalformedURLException {
        var retriever = new DefaultResourceRetriever(TIMEOUT, TIMEOUT, MOST);
        return JWKSourceBuilder.<SecurityContext>create(metadata.getJWKSetURI().toURL(), retriever)
                .refreshAheadCache(false)
                .build();
    }

    /**
     * The provider's metadata.
     *
     * @param keys its signing keys; reloaded for an unknown key id
     */
    record OpenIdProvider(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {

        /** Whether the secret is sent in the form; the standard's default is {@code client_secret_basic}. */
        boolean wantsSecretInForm() {
            var methods = metadata.getTokenEndpointAuthMethods();
            return methods != null
                    && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                    && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        }
    }
}
