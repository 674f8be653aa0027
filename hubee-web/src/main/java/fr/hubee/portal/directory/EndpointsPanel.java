package fr.hubee.portal.directory;

import fr.hubee.exchange.feed.SubscriptionEndpointService;
import fr.hubee.exchange.feed.WebhookEndpointService.KnownEndpoint;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** « Être prévenu » on the page of a subscription: the addresses to which events are sent. */
@Named
@RequestScoped
public class EndpointsPanel extends PersonPage {
    @Inject
    SubscriptionEndpointService endpoints;

    @Inject
    SubscriptionPage page;

    @Inject
    CredentialsPanel credentials;

    @Inject
    SecretCarrier secrets;

    private final Once<List<KnownEndpoint>> all = new Once<>(() -> endpoints.list(caller(), page.id()));

    /** Whether the user sees this part of the page: software is told by its credentials. */
    public boolean isThere() {
        return credentials.getKnown() != null && !isNational();
    }

    public List<KnownEndpoint> getAll() {
        return all.get();
    }

    /** Returns the badge of a status that looks like the state. */
    public String badge(KnownEndpoint endpoint) {
        return switch (endpoint.state()) {
            case TO_PROVE -> "ADD_AWAITING";
            case ACTIVE -> "ACTIVE";
            case PAUSED -> "SUSPENDED";
            case DISABLED -> "REFUSED";
        };
    }

    public void add() {
        var made = endpoints.create(caller(), page.id(), typed("address"));
        secrets.showNext(made.id().toString(), made.secret());
        PageMessages.success(
                "L’adresse est ajoutée. Copiez la clé secrète maintenant : elle ne sera plus affichée.",
                EndpointPage.at(made.id()));
    }
}
