package fr.hubee.exchange.feed;

import fr.hubee.clients.client.ApiClient;
import fr.hubee.clients.client.ApiClientStore;
import fr.hubee.clients.client.CredentialPolicy;
import fr.hubee.clients.client.Scope;
import fr.hubee.directory.subscription.RegisteredSubscription;
import fr.hubee.directory.subscription.SubscriptionAccess;
import fr.hubee.exchange.feed.WebhookAddresses.AddressProblem;
import fr.hubee.exchange.feed.WebhookDeliveries.DeliveryLine;
import fr.hubee.exchange.feed.WebhookEndpoint.State;
import fr.hubee.exchange.feed.WebhookEndpointService.Attempt;
import fr.hubee.exchange.feed.WebhookEndpointService.KnownEndpoint;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.settings.EncryptionSettings;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * « Être prévenu »: the endpoints of a subscription's credentials, for the people who hold these: its subscriber and its editor.
 *
 * @see WebhookEndpointService what software does by itself
 */
@Stateless
@RolesAllowed(RoleNames.MANAGE_SUBSCRIPTIONS)
public class SubscriptionEndpointService {
    /** Time within which the same form, sent again, creates nothing more. */
    private static final Duration TWICE = Duration.ofMinutes(1);

    /** A page waits for what is due so soon. */
    private static final Duration SOON = Duration.ofSeconds(20);

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

    /** Returns the endpoints of the subscription's credentials, oldest first. */
    public List<KnownEndpoint> list(Caller caller, UUID subscriptionId) {
        requireOwner(caller, subscriptionId);
        return clients.ofSubscription(subscriptionId).stream()
                .flatMap(client -> of(client).stream())
                .map(endpoint -> known(endpoint, false))
                .toList();
    }

    public FollowedEndpoint read(Caller caller, UUID id) {
        var endpoint = reachable(caller, id, LockModeType.NONE);
        var waiting = (Object[]) entities.createNativeQuery("""
                        select count(*), min(occurred_at), min(next_at) from webhook_delivery
                        where endpoint_id = :id and next_at is not null""", Object[].class)
                .setParameter("id", id)
                .getSingleResult();
        var next = (Instant) waiting[2];
        return new FollowedEndpoint(
                known(endpoint, false),
                owner(endpoint).subscription().orElseThrow(),
                endpoint.position() != null,
                (Long) waiting[0],
                (Instant) waiting[1],
                next != null && next.isBefore(clock.instant().plus(SOON)));
    }

    /**
     * Creates an endpoint, which must then prove itself, and shows its secret once.
     *
     * @throws InvalidRequest when the subscription has no credentials, too many endpoints, or this one, or nothing may be sent there
     */
    @RecentSecondFactor
    public KnownEndpoint create(Caller caller, UUID subscriptionId, String address) {
        clients.lock(subscriptionId); // so that creations at the same time are counted
        var subscription = requireOwner(caller, subscriptionId);
        var client = clients.ofSubscriptionForUpdate(subscriptionId)
                .orElseThrow(() -> new InvalidRequest(Words.text("exchange.endpoint.noCredentials")));
        key();
        var wanted = new WebhookAddresses(settings, SystemDefaultDnsResolver.INSTANCE)
                .require(address.strip(), AddressProblem::label);
        var others = of(client);
        var same = others.stream().filter(each -> each.address().equals(wanted)).findFirst();
        if (same.isPresent()) {
            return twice(same.get());
        }
        if (others.size() >= WebhookEndpointService.MOST) {
            throw new InvalidRequest(Words.text("exchange.endpoint.tooMany", WebhookEndpointService.MOST));
        }
        var codes = client.processCodes().isEmpty() ? Set.of(subscription.processCode()) : client.processCodes();
        var endpoint = new WebhookEndpoint(client.clientId(), codes, wanted, clock.instant());
        entities.persist(endpoint);
        record(caller, AuditAction.ENDPOINT_CREATED, endpoint, WebhookEndpointService.described(endpoint));
        return known(endpoint, true);
    }

    private KnownEndpoint twice(WebhookEndpoint same) {
        if (same.state() != State.TO_PROVE || same.createdAt().plus(TWICE).isBefore(clock.instant())) {
            throw new InvalidRequest(Words.text("exchange.endpoint.same"));
        }
        return known(same, true);
    }

    /**
     * Makes another secret and key pair, and shows the secret once; the former ones sign too, for a day.
     *
     * @param seen the public key as the page showed it: sent again, it changes nothing more
     */
    @RecentSecondFactor
    public KnownEndpoint renew(Caller caller, UUID id, String seen) {
        var endpoint = reachable(caller, id, LockModeType.PESSIMISTIC_WRITE);
        var keys = known(endpoint, false).publicKeys();
        if (!keys.contains(seen)) {
            throw new Conflict(Words.text("exchange.endpoint.renewedMeanwhile"));
        }
        if (keys.indexOf(seen) == 0) {
            endpoint.renew(clock.instant());
            record(caller, AuditAction.ENDPOINT_RENEWED, endpoint, Changes.NONE);
        }
        return known(endpoint, true);
    }

    /** Sends nothing more until it is resumed: events wait in the log. */
    @RecentSecondFactor
    public void pause(Caller caller, UUID id) {
        var endpoint = changeable(caller, id, State.ACTIVE);
        endpoint.pause();
        record(caller, AuditAction.ENDPOINT_CHANGED, endpoint, Changes.of("state", endpoint.state()));
    }

    @RecentSecondFactor
    public void resume(Caller caller, UUID id) {
        var endpoint = changeable(caller, id, State.PAUSED);
        endpoint.resume(clock.instant());
        record(caller, AuditAction.ENDPOINT_CHANGED, endpoint, Changes.of("state", endpoint.state()));
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
        record(caller, AuditAction.ENDPOINT_DELETED, endpoint, WebhookEndpointService.described(endpoint));
        entities.remove(endpoint);
    }

    /** Returns what was sent to an endpoint, the newest attempt first. */
    public Page<DeliveryLine> deliveries(Caller caller, UUID id, int offset, int size) {
        return deliveries.page(reachable(caller, id, LockModeType.NONE).id(), offset, size);
    }

    /** Returns the attempts to send one event, newest first. */
    public List<Attempt> attempts(Caller caller, UUID id, UUID event) {
        return deliveries.attempts(reachable(caller, id, LockModeType.NONE).id(), event);
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

    /** Returns the endpoints that fail or are disabled, in all subscriptions that the caller manages; those that fail for longest first. */
    public Page<FailingEndpoint> failing(Caller caller, int most) {
        List<?> rows = entities.createNativeQuery("""
                        select e.id, e.address, e.state, e.failing_since, o.name, s.process_code, count(*) over ()
                        from subscription s
                        join api_client c on c.subscription_id = s.id and c.revoked_at is null
                        join webhook_endpoint e on e.client_id = c.client_id
                        join organization o on o.organization_type = s.organization_type
                            and o.company_register = s.company_register and o.branch_code = s.branch_code
                        where (e.state = 'DISABLED' or e.state = 'ACTIVE' and e.failures >= :breaks)
                            and (s.organization_type = :type and s.company_register = :register and s.branch_code = :branch
                                or s.editor_type = :type and s.editor_company_register = :register
                                    and s.editor_branch_code = :branch)
                        order by e.failing_since, e.id""")
                .setParameter("breaks", WebhookEndpoint.BREAKS_AFTER)
                .setParameter("type", caller.organization().type().name())
                .setParameter("register", caller.organization().companyRegister())
                .setParameter("branch", caller.organization().branchCode())
                .setMaxResults(most)
                .getResultList();
        var lines = rows.stream().map(Object[].class::cast).toList();
        return new Page<>(
                lines.stream().map(FailingEndpoint::of).toList(), 0, lines.isEmpty() ? 0 : (Long) lines.get(0)[6]);
    }

    private List<WebhookEndpoint> of(ApiClient client) {
        return entities.createQuery(
                        "select e from WebhookEndpoint e where e.clientId = :client order by e.id",
                        WebhookEndpoint.class)
                .setParameter("client", client.clientId())
                .getResultList();
    }

    private WebhookEndpoint changeable(Caller caller, UUID id, State... states) {
        var endpoint = reachable(caller, id, LockModeType.PESSIMISTIC_WRITE);
        if (!List.of(states).contains(endpoint.state())) {
            throw new Conflict(Words.text("exchange.endpoint.changedMeanwhile"));
        }
        return endpoint;
    }

    /** Finds an endpoint of a subscription that the caller manages. */
    private WebhookEndpoint reachable(Caller caller, UUID id, LockModeType lock) {
        var endpoint = Optional.ofNullable(entities.find(WebhookEndpoint.class, id, lock))
                .orElseThrow(() -> NotFound.of("Endpoint"));
        var subscription = owner(endpoint)
                .subscription()
                .orElseThrow(() -> new NotAllowed(Words.text("exchange.endpoint.ofSoftware")).on(id));
        requireOwner(caller, subscription);
        return endpoint;
    }

    private ApiClient owner(WebhookEndpoint endpoint) {
        return clients.find(endpoint.clientId()).orElseThrow();
    }

    /** Refuses the administrator of the platform, too: events tell what a town receives. */
    private RegisteredSubscription requireOwner(Caller caller, UUID subscriptionId) {
        var subscription = subscriptions.manageable(caller, subscriptionId);
        if (!CredentialPolicy.isOwner(caller, Scope.SI)) {
            throw new NotAllowed(Words.text("exchange.endpoint.ofService")).on(subscriptionId);
        }
        return subscription;
    }

    private KnownEndpoint known(WebhookEndpoint endpoint, boolean withSecret) {
        return KnownEndpoint.of(endpoint, key(), withSecret, clock.instant());
    }

    private SecretKey key() {
        return encryption.key().orElseThrow(() -> new Conflict(Words.text("exchange.endpoint.noKey")));
    }

    private void record(Caller caller, AuditAction action, WebhookEndpoint endpoint, Changes more) {
        journal.record(Act.by(caller, action)
                .on(owner(endpoint).organization(), endpoint.id())
                .with(more));
    }

    /**
     * An endpoint, with what waits for it.
     *
     * @param proven whether it was active once
     * @param waiting number of events, tests and challenges that are to be sent, or to be sent again
     * @param oldest of these; null for none
     * @param busy whether one of these is due within seconds
     */
    public record FollowedEndpoint(
            KnownEndpoint endpoint, UUID subscription, boolean proven, long waiting, Instant oldest, boolean busy) {}

    /**
     * An endpoint that fails, or is disabled.
     *
     * @param failingSince null when it has answered that it is gone
     * @param serviceName and {@code processCode} of its subscription
     */
    public record FailingEndpoint(
            UUID id, String address, State state, Instant failingSince, String serviceName, String processCode) {

        static FailingEndpoint of(Object[] row) {
            return new FailingEndpoint(
                    (UUID) row[0],
                    (String) row[1],
                    State.valueOf((String) row[2]),
                    (Instant) row[3],
                    (String) row[4],
                    (String) row[5]);
        }
    }
}
