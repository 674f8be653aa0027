package fr.hubee.portal.directory;

import fr.hubee.exchange.feed.WebhookDeliveries.Attempt;
import fr.hubee.exchange.feed.WebhookDeliveries.DeliveryLine;
import fr.hubee.exchange.feed.WebhookDeliveries.EndpointLine;
import fr.hubee.exchange.feed.WebhookEndpointService;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.portal.field.ListFilters;
import fr.hubee.portal.field.ListPart;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.PartialForm;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.omnifaces.cdi.Param;

/** One endpoint of a subscription, or of an operator: its state and its secret, what was sent to it, and what may be sent again. */
@Named
@RequestScoped
public class EndpointPage extends PersonPage {
    @Inject
    WebhookEndpointService endpoints;

    @Inject
    SecretCarrier secrets;

    @Inject
    @Param(name = "id")
    String id;

    @Inject
    @Param(name = "envoi")
    String event;

    @Inject
    Clock clock;

    private final ListTable<DeliveryLine> table =
            new ListTable<>(new ListFilters("/livraisons", List.of("id"), List.of()), this::deliveries);
    private final Once<List<Attempt>> attempts =
            new Once<>(() -> event == null ? List.of() : endpoints.attempts(caller(), id(), QueryParameter.id(event)));
    private LocalDateTime since;
    private EndpointLine line;
    private String secret;
    private String seen;
    private String client;

    @PostConstruct
    void open() {
        var followed = endpoints.read(caller(), id());
        line = followed.line();
        secret = secrets.take(id).orElse(null);
        seen = followed.known().publicKeys().get(0);
        client = followed.known().endpoint().clientId();
    }

    private UUID id() {
        return QueryParameter.id(id);
    }

    static String at(UUID endpoint) {
        return new Address("/livraisons").with("id", endpoint).text();
    }

    /** Returns the identifier of the software that this address belongs to. */
    public String getClient() {
        return client;
    }

    public EndpointLine getLine() {
        return line;
    }

    /** Whether the endpoint is in that state. */
    public boolean isAt(String state) {
        return line.state().name().equals(state);
    }

    /** Whether it gets events only after it has answered a challenge. */
    public boolean isProvable() {
        return isAt("TO_PROVE") || isAt("DISABLED");
    }

    /** Whether its address has agreed: tests are sent to it, and it may go back in the log. */
    public boolean isProved() {
        return isAt("ACTIVE") || isAt("PAUSED");
    }

    public URI getAddress() {
        return URI.create(line.address());
    }

    /** Returns the page from which one comes to this one. */
    public String getAbove() {
        return line.subscription() == null
                ? "/etre-prevenu"
                : new Address("/abonnement").with("id", line.subscription()).text();
    }

    /** Returns the secret, once after it was made; null otherwise. */
    public String getSecret() {
        return secret;
    }

    public void prove() {
        endpoints.prove(caller(), id());
        done("La vérification part : l’adresse est active dès que votre logiciel y répond.");
    }

    public void test() {
        endpoints.test(caller(), id());
        done("L’essai part : sa réponse arrive ci-dessous.");
    }

    public void pause() {
        endpoints.pause(caller(), id());
        done("L’adresse est en pause : HubEE garde ce qui arrive pendant trente jours.");
    }

    public void resume() {
        endpoints.resume(caller(), id());
        done(isAt("ACTIVE") ? "L’adresse est gardée." : "Les envois reprennent, en commençant par ce qui attendait.");
    }

    public void caughtUp() {
        endpoints.caughtUp(caller(), id());
        done("C’est noté : ce que l’adresse avait manqué est relu.");
    }

    public void renew() {
        var renewed = endpoints.renew(caller(), id(), seen);
        secrets.showNext(id, renewed.secret());
        done("La clé secrète est renouvelée. Copiez-la maintenant : elle ne sera plus affichée.");
    }

    /** Sends an event of the list again. */
    public void sendAgain(String event) {
        endpoints.sendAgain(caller(), id(), QueryParameter.id(event));
        done("L’événement part de nouveau.");
    }

    public void replay() {
        long events = endpoints.replay(
                caller(),
                id(),
                PartialForm.requireSent(since, "since").atZone(Paris.ZONE).toInstant());
        done(events == 1 ? "Un événement part de nouveau." : events + " événements partent de nouveau.");
    }

    public void delete() {
        endpoints.delete(caller(), id());
        PageMessages.success("L’adresse est supprimée : plus rien n’y est envoyé.", getAbove());
    }

    private Page<DeliveryLine> deliveries(ListPart part) {
        return endpoints.deliveries(caller(), id(), part.offset(), part.size());
    }

    public ListTable<DeliveryLine> getTable() {
        return table;
    }

    /** Returns the address of the page with the attempts to send one event. */
    public String attemptsOf(DeliveryLine line) {
        return new Address(at(id())).with("envoi", line.event()).text() + "#attempts";
    }

    /** Returns the attempts to send the event that the address names; none without one. */
    public List<Attempt> getAttempts() {
        return attempts.get();
    }

    /** Returns the first moment of which HubEE may still have events. */
    public LocalDateTime getEarliest() {
        return getNow().minusDays(30);
    }

    public LocalDateTime getNow() {
        return LocalDateTime.ofInstant(clock.instant(), Paris.ZONE).truncatedTo(ChronoUnit.MINUTES);
    }

    public LocalDateTime getSince() {
        return since;
    }

    public void setSince(LocalDateTime since) {
        this.since = since;
    }

    private void done(String text) {
        PageMessages.success(text, at(id()));
    }

    /** Returns the public key that the page displayed: only that one is replaced. */
    public String getSeen() {
        return seen;
    }

    public void setSeen(String seen) {
        this.seen = seen;
    }
}
