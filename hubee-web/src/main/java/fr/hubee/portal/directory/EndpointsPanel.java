package fr.hubee.portal.directory;

import fr.hubee.exchange.feed.WebhookDeliveries.EndpointLine;
import fr.hubee.exchange.feed.WebhookEndpoint.State;
import fr.hubee.exchange.feed.WebhookEndpointService;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.portal.field.ListFilters;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** « Être prévenu »: the addresses to which events are sent, of one subscription on its page, and all of a person on their own page. */
@Named
@RequestScoped
public class EndpointsPanel extends PersonPage {
    @Inject
    WebhookEndpointService endpoints;

    @Inject
    CredentialsPanel credentials;

    @Inject
    SecretCarrier secrets;

    private final ListTable<EndpointLine> table = new ListTable<>(
            new ListFilters("/etre-prevenu", List.of(), List.of()),
            part -> endpoints.page(caller(), null, false, part.offset(), part.size()));
    private final Once<List<EndpointLine>> all = new Once<>(() -> endpoints
            .page(caller(), credentials.getKnown().clientId(), false, 0, WebhookEndpointService.MOST)
            .items());
    private final Once<List<String>> clients = new Once<>(() -> isOperator() ? endpoints.clients(caller()) : List.of());

    /** Refuses the page of all addresses to others before any of it is written. */
    public void opened() {
        table.getShown();
    }

    /** Whether the user sees this part of the page of a subscription: software is told by its credentials. */
    public boolean isThere() {
        return credentials.getKnown() != null && !isNational();
    }

    public List<EndpointLine> getAll() {
        return all.get();
    }

    public ListTable<EndpointLine> getTable() {
        return table;
    }

    /** Whether the user is of an operator, which adds addresses for its own credentials. */
    public boolean isOperator() {
        return caller().is(RoleNames.BUSINESS);
    }

    public List<String> getClients() {
        return clients.get();
    }

    /** Returns the badge of a status that looks like the state. */
    public String badge(State state) {
        return switch (state) {
            case TO_PROVE -> "ADD_AWAITING";
            case ACTIVE -> "ACTIVE";
            case PAUSED -> "SUSPENDED";
            case DISABLED -> "REFUSED";
        };
    }

    public void add() {
        var client = !isOperator()
                ? credentials.getKnown().clientId()
                : getClients().size() == 1 ? getClients().get(0) : sent("client");
        var made = endpoints.create(caller(), client, sent("address"), Set.of());
        secrets.showNext(made.id().toString(), made.secret());
        PageMessages.success(
                "L’adresse est ajoutée. Copiez la clé secrète maintenant : elle ne sera plus affichée.",
                EndpointPage.at(made.id()));
    }

    /** Returns a field of the form; a forged one without it is refused like an empty one. */
    private String sent(String field) {
        return Objects.requireNonNullElse(typed(field), "");
    }
}
