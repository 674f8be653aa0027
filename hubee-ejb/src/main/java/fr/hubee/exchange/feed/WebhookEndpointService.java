package fr.hubee.exchange.feed;

import com.nimbusds.jose.jwk.JWKSet;
import fr.hubee.clients.client.ApiClientStore;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.settings.EncryptionSettings;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** The endpoints of a partner's software: it sees and changes those of its own credentials alone, not those of other software of its town. */
@Stateless
@RolesAllowed({RoleNames.OSL, RoleNames.SI})
public class WebhookEndpointService {
    /** Most endpoints of a client. */
    static final int MOST = 10;

    private static final int SHOWN_ATTEMPTS = 100;

    @PersistenceContext
    EntityManager entities;

    @Inject
    WebhookQueue queue;

    @Inject
    WebhookSettings settings;

    @Inject
    EncryptionSettings encryption;

    @Inject
    ApiClientStore clients;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /**
     * Creates an endpoint, which must then prove itself, and shows its secret once.
     *
     * @param processCodes none for all that the credentials cover
     */
    public KnownEndpoint create(Caller caller, String address, Set<String> processCodes) {
        var hub = key();
        var codes = covered(caller, processCodes);
        var wanted = require(address);
        clients.requireForUpdate(caller.name()); // so that creations at the same time are counted
        if (own(caller).count() >= MOST) {
            throw new Conflict("A client has " + MOST + " endpoints at most");
        }
        var endpoint = new WebhookEndpoint(caller.name(), codes, wanted, clock.instant());
        entities.persist(endpoint);
        record(caller, AuditAction.ENDPOINT_CREATED, endpoint, described(endpoint));
        return KnownEndpoint.of(endpoint, hub, true, clock.instant());
    }

    /** Returns the endpoints of the caller's credentials, oldest first. */
    public List<KnownEndpoint> list(Caller caller) {
        var hub = key();
        return own(caller)
                .map(endpoint -> KnownEndpoint.of(endpoint, hub, false, clock.instant()))
                .toList();
    }

    public KnownEndpoint read(Caller caller, UUID id) {
        return KnownEndpoint.of(reachable(caller, id), key(), false, clock.instant());
    }

    /** Changes the address and the démarches; at another address it must prove itself again. */
    public KnownEndpoint change(Caller caller, UUID id, String address, Set<String> processCodes) {
        var endpoint = changeable(caller, id);
        if (endpoint.change(covered(caller, processCodes), require(address))) {
            record(caller, AuditAction.ENDPOINT_CHANGED, endpoint, described(endpoint));
        }
        return KnownEndpoint.of(endpoint, key(), false, clock.instant());
    }

    /** Sends nothing more until it is resumed: events wait in the log. */
    public void pause(Caller caller, UUID id) {
        var endpoint = changeable(caller, id);
        endpoint.pause();
        record(caller, AuditAction.ENDPOINT_CHANGED, endpoint, Changes.of("state", endpoint.state()));
    }

    public void resume(Caller caller, UUID id) {
        var endpoint = changeable(caller, id);
        endpoint.resume(clock.instant());
        record(caller, AuditAction.ENDPOINT_CHANGED, endpoint, Changes.of("state", endpoint.state()));
    }

    /** Makes another secret and key pair, and shows the secret once; the former ones sign too, for a day. */
    public KnownEndpoint renew(Caller caller, UUID id) {
        var endpoint = changeable(caller, id);
        endpoint.renew(clock.instant());
        record(caller, AuditAction.ENDPOINT_RENEWED, endpoint, Changes.NONE);
        return KnownEndpoint.of(endpoint, key(), true, clock.instant());
    }

    /** Sends a challenge: the endpoint becomes active when its answer is that challenge. */
    public void prove(Caller caller, UUID id) {
        send(caller, changeable(caller, id), WebhookQueue.PROOF);
    }

    /** Sends a test, once, to an endpoint that has proved itself. */
    public void test(Caller caller, UUID id) {
        var endpoint = changeable(caller, id);
        endpoint.requireProven();
        send(caller, endpoint, WebhookQueue.TEST);
    }

    private void send(Caller caller, WebhookEndpoint endpoint, String type) {
        queue.add(endpoint, type, clock.instant());
        record(caller, AuditAction.ENDPOINT_TESTED, endpoint, Changes.of("type", type));
    }

    /** Returns the public keys of an endpoint, as a JSON Web Key Set; they are no secret. */
    @PermitAll
    public String publicKeys(UUID id) {
        var endpoint = entities.find(WebhookEndpoint.class, id);
        if (endpoint == null) {
            throw NotFound.of("Endpoint");
        }
        return new JWKSet(endpoint.keys(key(), clock.instant()).stream()
                        .map(WebhookKey::publicKey)
                        .toList())
                .toString();
    }

    public void delete(Caller caller, UUID id) {
        var endpoint = changeable(caller, id);
        record(caller, AuditAction.ENDPOINT_DELETED, endpoint, described(endpoint));
        entities.remove(endpoint);
    }

    /** Returns the last attempts, newest first. */
    public List<Attempt> attempts(Caller caller, UUID id) {
        List<?> rows = entities.createNativeQuery("""
                        select event_id, type, at, status, failure, took_ms, answer from webhook_attempt
                        where endpoint_id = :id order by at desc limit :most""")
                .setParameter("id", reachable(caller, id).id())
                .setParameter("most", SHOWN_ATTEMPTS)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Attempt(
                        (UUID) row[0],
                        (String) row[1],
                        (Instant) row[2],
                        ((Number) row[3]).intValue(),
                        (String) row[4],
                        ((Number) row[5]).intValue(),
                        (String) row[6]))
                .toList();
    }

    private Stream<WebhookEndpoint> own(Caller caller) {
        return entities.createQuery(
                        "select e from WebhookEndpoint e where e.clientId = :client order by e.id",
                        WebhookEndpoint.class)
                .setParameter("client", caller.name())
                .getResultStream();
    }

    private WebhookEndpoint reachable(Caller caller, UUID id) {
        return reachable(caller, id, LockModeType.NONE);
    }

    private WebhookEndpoint changeable(Caller caller, UUID id) {
        return reachable(caller, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private WebhookEndpoint reachable(Caller caller, UUID id, LockModeType lock) {
        var endpoint = entities.find(WebhookEndpoint.class, id, lock);
        if (endpoint == null) {
            throw NotFound.of("Endpoint");
        }
        if (!endpoint.clientId().equals(caller.name())) {
            throw new NotAllowed().on(id);
        }
        return endpoint;
    }

    private static Collection<String> covered(Caller caller, Set<String> wanted) {
        var codes = wanted.isEmpty() ? caller.processCodes() : wanted;
        if (codes.isEmpty() || !codes.stream().allMatch(caller::covers)) {
            throw new NotAllowed();
        }
        return codes;
    }

    private URI require(String address) {
        return new WebhookAddresses(settings, SystemDefaultDnsResolver.INSTANCE).require(address);
    }

    private SecretKey key() {
        return encryption.key().orElseThrow(() -> new Conflict("This hub signs nothing: it has no HUBEE_KEY"));
    }

    static Changes described(WebhookEndpoint endpoint) {
        return Changes.of("address", endpoint.origin()).and("processes", String.join(" ", endpoint.processCodes()));
    }

    private void record(Caller caller, AuditAction action, WebhookEndpoint endpoint, Changes more) {
        journal.record(
                Act.by(caller, action).on(caller.organization(), endpoint.id()).with(more));
    }

    /**
     * An endpoint as its owner sees it.
     *
     * @param secret shown when it is made; null else
     * @param publicKeys the current one, then the former one while it signs too
     */
    public record KnownEndpoint(
            UUID id,
            String address,
            List<String> processCodes,
            WebhookEndpoint.State state,
            Instant createdAt,
            Instant failingSince,
            String secret,
            List<String> publicKeys) {

        static KnownEndpoint of(WebhookEndpoint endpoint, SecretKey hub, boolean withSecret, Instant now) {
            var keys = endpoint.keys(hub, now);
            return new KnownEndpoint(
                    endpoint.id(),
                    endpoint.address().toString(),
                    endpoint.processCodes(),
                    endpoint.state(),
                    endpoint.createdAt(),
                    endpoint.failingSince(),
                    withSecret ? keys.get(0).secretText() : null,
                    keys.stream().map(WebhookKey::publicText).toList());
        }

        @Override
        public String toString() {
            return "KnownEndpoint " + id; // never its secret
        }
    }

    /**
     * One attempt to send an event.
     *
     * @param status of HTTP; 0 without an answer, and then {@code failure} says why
     */
    public record Attempt(UUID event, String type, Instant at, int status, String failure, int tookMs, String answer) {

        /** Returns the status, or why there was no answer, in French. */
        public String outcome() {
            return WebhookDeliveries.outcome(status, failure);
        }
    }
}
