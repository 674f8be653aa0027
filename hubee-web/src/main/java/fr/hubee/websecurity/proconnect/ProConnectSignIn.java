package fr.hubee.websecurity.proconnect;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.people.signin.FederatedSignInService;
import fr.hubee.websecurity.CookieSeal;
import fr.hubee.websecurity.SignInAddress;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import javax.crypto.SecretKey;

/** Sign-in with ProConnect, if it is configured. */
@ApplicationScoped
public class ProConnectSignIn {
    static final String COME_BACK = "/proconnect/retour";

    private static final System.Logger LOG = System.getLogger(ProConnectSignIn.class.getName());

    @Inject
    ProConnectSettings settings;

    @Inject
    PublicAddress publicAddress;

    @Inject
    Clock clock;

    @Inject
    FederatedSignInService accounts;

    private SignInFlow flow;
    private ProConnectClient client;
    private IdTokenSeal idTokens;

    @PostConstruct
    void prepare() {
        settings.registration().ifPresent(on -> {
            client = new ProConnectClient(on, URI.create(publicAddress.uri() + COME_BACK));
            var seal = new AttemptSeal(settings.key().orElseThrow());
            idTokens = new IdTokenSeal(settings.key().orElseThrow());
            flow = new SignInFlow(client, seal, clock, accounts);
        });
    }

    /** Whether ProConnect is configured, for the page with its button. */
    public boolean isOn() {
        return flow != null;
    }

    /** Returns the id_token for the browser's cookie; empty when it is too long. */
    Optional<String> idTokenToKeep(String idToken) {
        return idTokens.seal(idToken, clock.instant());
    }

    /**
     * Returns the provider's sign-out address.
     *
     * @param kept the cookie; null without one
     * @return empty when she did not sign in with ProConnect, or it cannot be reached
     */
    Optional<URI> signOut(String kept) {
        if (!isOn()) {
            return Optional.empty();
        }
        try {
            var idToken = idTokens.open(kept, clock.instant());
            return idToken.isEmpty()
                    ? Optional.empty()
                    : client.signOut(idToken.get(), URI.create(publicAddress.uri() + SignInAddress.PATH));
        } catch (Refused gone) {
            LOG.log(Level.INFO, "Signed out of the hub only: {0}", gone.getMessage());
            return Optional.empty();
        }
    }

    Optional<SignInFlow> flow() {
        return Optional.ofNullable(flow);
    }

    /** Encrypts the id_token for the browser's cookie; the provider needs it at sign-out. */
    static final class IdTokenSeal {
        /** Lifetime of the cookie: no session is longer (specification §9.3). */
        private static final Duration LIFE = Duration.ofHours(12);

        /** Longest cookie: browsers drop those over four kilobytes, including name and attributes. */
        private static final int LONGEST = 3_800;

        private final CookieSeal seal;

        IdTokenSeal(SecretKey master) {
            seal = new CookieSeal(master, "hubee: the id_token of a person who came with ProConnect");
        }

        /** @return empty when it is too long to be stored: sign-out is then local only */
        Optional<String> seal(String idToken, Instant now) {
            var text = seal.seal(new JWTClaimsSet.Builder()
                    .claim("token", idToken)
                    .expirationTime(Date.from(now.plus(LIFE)))
                    .build());
            return Optional.of(text).filter(kept -> kept.length() <= LONGEST);
        }

        /** @param text null without a cookie */
        Optional<String> open(String text, Instant now) {
            return seal.open(text, now).map(claims -> (String) claims.getClaim("token"));
        }
    }
}
