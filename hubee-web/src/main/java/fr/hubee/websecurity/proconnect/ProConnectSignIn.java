package fr.hubee.websecurity.proconnect;

import fr.hubee.shared.Settings;
import fr.hubee.signin.FederatedRefusalService;
import fr.hubee.signin.FederatedSignInService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Signing in with ProConnect, where it is set. */
@ApplicationScoped
public class ProConnectSignIn {
    static final String COME_BACK = "/proconnect/retour";

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Inject
    FederatedSignInService accounts;

    @Inject
    FederatedRefusalService refusals;

    private SignInFlow flow;

    @PostConstruct
    void prepare() {
        settings.proConnect().ifPresent(on -> {
            var client = new ProConnectClient(on, URI.create(settings.publicAddress() + COME_BACK));
            var seal = new AttemptSeal(settings.key().orElseThrow());
            flow = new SignInFlow(client, seal, clock, accounts, refusals);
        });
    }

    /** For the page that shows the button. */
    public boolean isOn() {
        return flow != null;
    }

    Optional<SignInFlow> flow() {
        return Optional.ofNullable(flow);
    }
}
