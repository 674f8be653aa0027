package fr.hubee.exchange.feed;

import com.nimbusds.jose.jwk.JWKSet;
import fr.hubee.clients.client.ApiClient;
import fr.hubee.clients.client.ApiClientStore;
import fr.hubee.clients.client.CredentialPolicy;
import fr.hubee.clients.client.Scope;
import fr.hubee.directory.subscription.SubscriptionAccess;
import fr.hubee.exchange.feed.WebhookAddresses.AddressProblem;
import fr.hubee.exchange.feed.WebhookDeliveries.Attempt;
import fr.hubee.exchange.feed.WebhookDeliveries.DeliveryLine;
import fr.hubee.exchange.feed.WebhookDeliveries.EndpointLine;
import fr.hubee.exchange.feed.WebhookEndpoint.State;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.settings.EncryptionSettings;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * The endpoints of credentials, « Être prévenu ». Software has those of its own credentials, not those of other software of its town. People
 * have those of a subscription, when they are of its subscriber or its editor, and those of their operator, as its business administrators;
 * the administrator of the platform has none, since events tell what a town receives.
 */
@Stateless
@RolesAllowed({RoleNames.OSL, RoleNames.SI, RoleNames.MANAGE_SUBSCRIPTIONS, RoleNames.BUSINESS})
public class WebhookEndpointService {
    /** Most endpoints of a client. */
    public static final int MOST = 10;

    /** Time within which the same request, sent again, creates nothing more. */
    private static final Duration TWICE = Duration.ofMinutes(1);

    @PersistenceContext
    EntityManager entities;

    @Inject
    WebhookQueue queue;

    @Inject
    WebhookDeliveries deliveries;

    @Inject
    WebhookSettings settings;

    @Inject
    EncryptionSettings encryption;

    @Inject
    ApiClientStore clients;

    @Inject
    SubscriptionAccess subscriptions;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /**
     * Creates an endpoint, which must then prove itself, and shows its secret once.
     *
     * @param processCodes none for all that the credentials cover
     * @throws InvalidRequest when there are too many endpoints, or this one, or nothing may be sent there
     */
    @RecentSecondFactor
    public KnownEndpoint create(Caller caller, String clientId, String address, Set<String> processCodes) {
        var client = clients.requireForUpdate(clientId); // so that creations at the same time are counted
        requireOwner(caller, client);
        var codes = covered(caller, client, processCodes);
        key(caller);
        var wanted = require(caller, address);
        var others = queue.ofClient(clientId, LockModeType.NONE);
        var same = others.stream()
                .filter(each -> each.address().equals(wanted))
                .filter(each -> Set.copyOf(each.processCodes()).equals(Set.copyOf(codes)))
                .findFirst();
        if (same.isPresent()) {
            return twice(caller, same.get());
        }
        if (others.size() >= MOST) {
            throw refusal(
                    caller,
                    new InvalidRequest("A client has " + MOST + " endpoints at most"),
                    Words.text("exchange.endpoint.tooMany", MOST));
        }
        var endpoint = new WebhookEndpoint(clientId, codes, wanted, clock.instant());
        planEnd(caller, client, endpoint);
        entities.persist(endpoint);
        record(caller, AuditAction.ENDPOINT_CREATED, endpoint, described(endpoint));
        return known(caller, endpoint, true);
    }

    private KnownEndpoint twice(Caller caller, WebhookEndpoint same) {
        if (same.state() != State.TO_PROVE || same.createdAt().plus(TWICE).isBefore(clock.instant())) {
            throw new InvalidRequest(
                    in(caller, "This address is an endpoint already", Words.text("exchange.endpoint.same")));
        }
        return known(caller, same, true);
    }

    /** Plans its end with the former secret, which software may have that makes it: a person knows whose address it is. */
    private void planEnd(Caller caller, ApiClient client, WebhookEndpoint endpoint) {
        if (!isPerson(caller)) {
            client.liveSecrets(clock.instant()).stream()
                    .map(secret -> secret.life().expiresAt())
                    .filter(Objects::nonNull)
                    .forEach(end -> endpoint.endAt(end, clock.instant()));
        }
    }

    /** Returns the endpoints of the caller's credentials, oldest first. */
    @RolesAllowed({RoleNames.OSL, RoleNames.SI})
    public List<KnownEndpoint> list(Caller caller) {
        return queue.ofClient(caller.name(), LockModeType.NONE).stream()
                .map(endpoint -> known(caller, endpoint, false))
                .toList();
    }

    /**
     * Returns the endpoints of a person, with what waits for them: those in trouble for longest, then the oldest.
     *
     * @param clientId null for those of all credentials
     * @param inTrouble whether only those are wanted that need her
     */
    @RolesAllowed({RoleNames.MANAGE_SUBSCRIPTIONS, RoleNames.BUSINESS})
    public Page<EndpointLine> page(Caller caller, String clientId, boolean inTrouble, int offset, int size) {
        if (caller.is(RoleNames.ADMIN)) {
            throw new NotAllowed(Words.text("exchange.endpoint.ofService"));
        }
        return deliveries.endpoints(caller, clientId, inTrouble, offset, size);
    }

    /** Returns the credentials of an operator, for its business administrators, oldest first. */
    @RolesAllowed(RoleNames.BUSINESS)
    public List<String> clients(Caller caller) {
        return entities.createQuery("""
                        select c.clientId from ApiClient c
                        where c.scope = :scope and c.organization = :own and c.revokedAt is null order by c.createdAt""", String.class)
                .setParameter("scope", Scope.OSL)
                .setParameter("own", caller.organization())
                .getResultList();
    }

    public FollowedEndpoint read(Caller caller, UUID id) {
        var endpoint = reachable(caller, id, LockModeType.NONE);
        return new FollowedEndpoint(known(caller, endpoint, false), deliveries.line(id));
    }

    /** Returns the organisation whose events are sent to it. */
    public OrganizationKey recipient(Caller caller, UUID id) {
        return owner(reachable(caller, id, LockModeType.NONE)).organization();
    }

    /** Changes the address and the démarches; at another address it must prove itself again. */
    @RecentSecondFactor
    public KnownEndpoint change(Caller caller, UUID id, String address, Set<String> processCodes) {
        var endpoint = reachable(caller, id, LockModeType.PESSIMISTIC_WRITE);
        var client = owner(endpoint);
        if (endpoint.change(covered(caller, client, processCodes), require(caller, address))) {
            planEnd(caller, client, endpoint);
            record(caller, AuditAction.ENDPOINT_CHANGED, endpoint, described(endpoint));
        }
        return known(caller, endpoint, false);
    }

    /** Sends nothing more until it is resumed: events wait in the log. */
    @RecentSecondFactor
    public void pause(Caller caller, UUID id) {
        var endpoint = changeable(caller, id, State.ACTIVE);
        endpoint.pause();
        record(caller, AuditAction.ENDPOINT_CHANGED, endpoint, Changes.of("state", endpoint.state()));
    }

    /** Goes on. When a person says so, an end that was planned is none: she knows whose software it is. */
    @RecentSecondFactor
    public void resume(Caller caller, UUID id) {
        var endpoint = changeable(caller, id, State.PAUSED, State.ACTIVE);
        endpoint.resume(isPerson(caller), clock.instant());
        record(caller, AuditAction.ENDPOINT_CHANGED, endpoint, Changes.of("state", endpoint.state()));
    }

    /** Notes that what it had missed was read elsewhere. */
    public void caughtUp(Caller caller, UUID id) {
        var endpoint = reachable(caller, id, LockModeType.PESSIMISTIC_WRITE);
        record(
                caller,
                AuditAction.ENDPOINT_CHANGED,
                endpoint,
                Changes.NONE.and("missedSince", endpoint.missedSince(), null));
        endpoint.missed(null);
    }

    /**
     * Makes another secret and key pair, and shows the secret once; the former ones sign too, for a day.
     *
     * @param seen the public key as the page showed it: sent again, it changes nothing more; null for the one of now
     */
    @RecentSecondFactor
    public KnownEndpoint renew(Caller caller, UUID id, String seen) {
        var endpoint = reachable(caller, id, LockModeType.PESSIMISTIC_WRITE);
        int place =
                seen == null ? 0 : known(caller, endpoint, false).publicKeys().indexOf(seen);
        if (place < 0) {
            throw new Conflict(Words.text("exchange.endpoint.renewedMeanwhile"));
        }
        if (place == 0) {
            endpoint.renew(clock.instant());
            record(caller, AuditAction.ENDPOINT_RENEWED, endpoint, Changes.NONE);
        }
        return known(caller, endpoint, true);
    }

    /** Sends a challenge: the endpoint becomes active when its answer is that challenge. */
    @RecentSecondFactor
    public void prove(Caller caller, UUID id) {
        send(caller, changeable(caller, id, State.TO_PROVE, State.DISABLED), WebhookQueue.PROOF);
    }

    /** Sends a test, once, to an endpoint that has proved itself. */
    @RecentSecondFactor
    public void test(Caller caller, UUID id) {
        send(caller, changeable(caller, id, State.ACTIVE, State.PAUSED), WebhookQueue.TEST);
    }

    private void send(Caller caller, WebhookEndpoint endpoint, String type) {
        queue.add(endpoint, type, clock.instant());
        record(caller, AuditAction.ENDPOINT_TESTED, endpoint, Changes.of("type", type));
    }

    @RecentSecondFactor
    public void delete(Caller caller, UUID id) {
        var endpoint = reachable(caller, id, LockModeType.PESSIMISTIC_WRITE);
        record(caller, AuditAction.ENDPOINT_DELETED, endpoint, described(endpoint));
        entities.remove(endpoint);
    }

    /** Returns what was sent to an endpoint, the newest attempt first. */
    public Page<DeliveryLine> deliveries(Caller caller, UUID id, int offset, int size) {
        return deliveries.page(reachable(caller, id, LockModeType.NONE).id(), offset, size);
    }

    /**
     * Returns the last attempts, newest first.
     *
     * @param event null for those of all events
     */
    public List<Attempt> attempts(Caller caller, UUID id, UUID event) {
        return deliveries.attempts(reachable(caller, id, LockModeType.NONE), event);
    }

    /** Sends one event again, now. */
    @RecentSecondFactor
    public void sendAgain(Caller caller, UUID id, UUID event) {
        var endpoint = changeable(caller, id, State.ACTIVE);
        if (!deliveries.addAgain(endpoint, event, clock.instant())) {
            throw new InvalidRequest(Words.text("exchange.endpoint.eventGone"));
        }
        record(caller, AuditAction.ENDPOINT_CHANGED, endpoint, Changes.of("sent", event));
    }

    /**
     * Sends again all that has happened since that moment.
     *
     * @return the number of events
     */
    @RecentSecondFactor
    public long replay(Caller caller, UUID id, Instant since) {
        var endpoint = changeable(caller, id, State.ACTIVE, State.PAUSED);
        long events = deliveries.replay(endpoint, since, clock.instant());
        if (events == 0) {
            throw new InvalidRequest(Words.text("exchange.endpoint.nothingSince"));
        }
        record(caller, AuditAction.ENDPOINT_CHANGED, endpoint, Changes.of("sentSince", since));
        return events;
    }

    /** Returns the public keys of an endpoint, as a JSON Web Key Set; they are no secret. */
    @PermitAll
    public String publicKeys(UUID id) {
        var keys = find(id, LockModeType.NONE).keys(key(Caller.HUB), clock.instant());
        return new JWKSet(keys.stream().map(WebhookKey::publicKey).toList()).toString();
    }

    private WebhookEndpoint changeable(Caller caller, UUID id, State... states) {
        var endpoint = reachable(caller, id, LockModeType.PESSIMISTIC_WRITE);
        if (!List.of(states).contains(endpoint.state())) {
            throw refusal(
                    caller,
                    new InvalidRequest("The endpoint is " + endpoint.state()).because("ENDPOINT_" + endpoint.state()),
                    Words.text("exchange.endpoint.changedMeanwhile"));
        }
        return endpoint;
    }

    private WebhookEndpoint reachable(Caller caller, UUID id, LockModeType lock) {
        var endpoint = find(id, lock);
        requireOwner(caller, owner(endpoint));
        return endpoint;
    }

    private WebhookEndpoint find(UUID id, LockModeType lock) {
        var endpoint = lock == LockModeType.NONE
                ? RowLookup.find(entities, WebhookEndpoint.class, id)
                : RowLookup.findLocked(entities, WebhookEndpoint.class, id);
        if (endpoint == null) {
            throw NotFound.of("Endpoint");
        }
        return endpoint;
    }

    private ApiClient owner(WebhookEndpoint endpoint) {
        return clients.find(endpoint.clientId()).orElseThrow();
    }

    private void requireOwner(Caller caller, ApiClient client) {
        CredentialPolicy.requireOwnSoftware(caller, client);
        if (!isPerson(caller)) {
            return;
        }
        if (client.subscription().isPresent()) {
            subscriptions.manageable(caller, client.subscription().get());
            boolean owner = CredentialPolicy.isOwner(caller, Scope.SI);
            require(owner, new NotAllowed(Words.text("exchange.endpoint.ofService")), client);
        } else {
            boolean own = client.scope() == Scope.OSL && client.organization().equals(caller.organization());
            boolean owner = own && caller.is(RoleNames.BUSINESS);
            require(owner, new NotAllowed(Words.text("exchange.endpoint.ofSoftware")), client);
        }
    }

    private static void require(boolean allowed, NotAllowed otherwise, ApiClient client) {
        if (!allowed) {
            throw otherwise.on(client.subject());
        }
    }

    /** An operator's credentials without démarches cover all that it owns: those of the caller, who is of it. */
    private static Collection<String> covered(Caller caller, ApiClient client, Set<String> wanted) {
        boolean named = isPerson(caller) && !client.processCodes().isEmpty();
        var all = named ? Set.copyOf(client.processCodes()) : caller.processCodes();
        var codes = wanted.isEmpty() ? all : wanted;
        if (codes.isEmpty() || !all.containsAll(codes)) {
            throw new NotAllowed().because("PROCESSES_NOT_COVERED", client.clientId());
        }
        return codes;
    }

    private URI require(Caller caller, String address) {
        return new WebhookAddresses(settings, SystemDefaultDnsResolver.INSTANCE)
                .require(address.strip(), isPerson(caller) ? AddressProblem::label : AddressProblem::text);
    }

    private KnownEndpoint known(Caller caller, WebhookEndpoint endpoint, boolean withSecret) {
        var keys = endpoint.keys(key(caller), clock.instant());
        return new KnownEndpoint(
                endpoint,
                withSecret ? keys.get(0).secretText() : null,
                keys.stream().map(WebhookKey::publicText).toList());
    }

    private SecretKey key(Caller caller) {
        return encryption
                .key()
                .orElseThrow(() -> refusal(
                        caller,
                        new InvalidRequest("This hub signs nothing: it has no HUBEE_KEY"),
                        Words.text("exchange.endpoint.noKey")));
    }

    private static boolean isPerson(Caller caller) {
        return caller.is(RoleNames.PERSON);
    }

    /** Returns the refusal of a rule for software; a person has a page that is out of date. */
    private static HubeeException refusal(Caller caller, InvalidRequest ofSoftware, String french) {
        return isPerson(caller) ? new Conflict(french) : ofSoftware;
    }

    /** Returns the words for software, or those for a person. */
    private static String in(Caller caller, String english, String french) {
        return isPerson(caller) ? french : english;
    }

    private static Changes described(WebhookEndpoint endpoint) {
        return Changes.of("address", endpoint.origin()).and("processes", String.join(" ", endpoint.processCodes()));
    }

    private void record(Caller caller, AuditAction action, WebhookEndpoint endpoint, Changes more) {
        journal.record(Act.by(caller, action)
                .on(owner(endpoint).organization(), endpoint.id())
                .with(more));
    }

    /**
     * An endpoint as its owner sees it.
     *
     * @param secret shown when it is made; null else
     * @param publicKeys the current one, then the former one while it signs too
     */
    public record KnownEndpoint(WebhookEndpoint endpoint, String secret, List<String> publicKeys) {

        public UUID id() {
            return endpoint.id();
        }

        @Override
        public String toString() {
            return "KnownEndpoint " + id(); // never its secret
        }
    }

    /** An endpoint, with what waits for it. */
    public record FollowedEndpoint(KnownEndpoint known, EndpointLine line) {}
}
