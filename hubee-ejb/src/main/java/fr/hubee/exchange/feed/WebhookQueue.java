package fr.hubee.exchange.feed;

import fr.hubee.exchange.feed.WebhookWave.Delivery;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The queues of the endpoints: what is due, who sends it, and what came of it. Each method needs a transaction, and none lasts while something is sent. */
@Dependent
class WebhookQueue {
    /** The type of a challenge. */
    static final String PROOF = "fr.hubee.endpoint.proof.v1";

    /** The type of a test. */
    static final String TEST = "fr.hubee.endpoint.test.v1";

    private static final int READ_AHEAD = 64;
    private static final Duration BETWEEN_TESTS = Duration.ofSeconds(15);

    /** No earlier event of its case waits: events of a case arrive in order. */
    private static final String IS_FIRST = """
             d.endpoint_id = :id and d.next_at is not null and (:active or d.position is null) and not exists (
                select from webhook_delivery b
                where b.endpoint_id = d.endpoint_id and b.case_id = d.case_id and b.position < d.position and b.next_at is not null)""";

    /** The events that a token of its client may read: without démarches, an operator has all and a service none. */
    static final String OF_CLIENT = """
             c.organization_type = f.organization_type and c.company_register = f.company_register
                and c.branch_code = f.branch_code and c.revoked_at is null
                and (c.scope = 'OSL' and cardinality(c.process_codes) = 0 or f.process_code = any (c.process_codes))""";

    /** A token may be given to its client now. */
    static final String HAS_PROOF = """
             exists (
                select from api_client c where c.client_id = e.client_id and c.revoked_at is null and (
                    exists (select from api_client_key k where k.client_id = c.client_id)
                    or not c.secrets_refused and exists (
                        select from api_client_secret s
                        where s.client_id = c.client_id and (s.expires_at is null or s.expires_at > :now))))""";

    @PersistenceContext
    EntityManager entities;

    /** Returns the end of the log, and the time of the database: the clocks of nodes differ. */
    Moment moment() {
        var row = (Object[])
                entities.createNativeQuery("select position, clock_timestamp() from feed_head", Object[].class)
                        .getSingleResult();
        return new Moment(((Number) row[0]).longValue(), (Instant) row[1]);
    }

    /** Returns the endpoints that may get events now; one that rests is due at its end. */
    @SuppressWarnings("unchecked") // a native query of one column
    List<UUID> active(Instant now) {
        return entities.createNativeQuery("""
                        select e.id from webhook_endpoint e
                        where e.state = 'ACTIVE' and (e.rests_until is null or e.rests_until <= :now) and
                        """ + HAS_PROOF, UUID.class)
                .setParameter("now", now)
                .getResultList();
    }

    /** Returns the endpoints of a client, for an update. */
    List<WebhookEndpoint> ofClient(String clientId) {
        return entities.createQuery(
                        "select e from WebhookEndpoint e where e.clientId = :client order by e.id",
                        WebhookEndpoint.class)
                .setParameter("client", clientId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Returns the endpoints that get one of these events; events up to {@code since} are left out. */
    @SuppressWarnings("unchecked") // a native query of one column
    List<UUID> concerned(long since, long head) {
        return entities.createNativeQuery("""
                        select distinct e.id from webhook_endpoint e join api_client c on c.client_id = e.client_id
                        join feed_event f on f.process_code = any (e.process_codes) and
                        """ + OF_CLIENT + """
                         where e.state = 'ACTIVE' and f.position > :since and f.position <= :head""", UUID.class)
                .setParameter("since", since)
                .setParameter("head", head)
                .getResultList();
    }

    /**
     * Reserves endpoints that have something to send: those for which something is due, and those of the list that are free.
     *
     * @param failing whether those that have failed several times are taken too
     */
    @SuppressWarnings("unchecked") // a native query of one entity
    List<WebhookEndpoint> take(UUID holder, Collection<UUID> concerned, int most, boolean failing, Instant now) {
        List<WebhookEndpoint> taken = entities.createNativeQuery("""
                        select e.* from webhook_endpoint e
                        where (e.leased_until is null or e.leased_until <= :now)
                            and (e.due_at <= :now or (e.id = any (:concerned) and e.state = 'ACTIVE'
                                and (e.rests_until is null or e.rests_until <= :now)))
                            and (e.failures < :breaks or :failing)
                            and
                        """ + HAS_PROOF + """

                        order by e.failures, e.due_at limit :most for update of e skip locked""", WebhookEndpoint.class)
                .setParameter("concerned", concerned.toArray(UUID[]::new))
                .setParameter("most", most)
                .setParameter("failing", failing)
                .setParameter("breaks", WebhookEndpoint.BREAKS_AFTER)
                .setParameter("now", now)
                .getResultList();
        taken.forEach(endpoint -> endpoint.take(holder, now));
        return taken;
    }

    /**
     * Returns what to send next to an endpoint: at most one event of each case.
     *
     * @param moment from before: when nothing more is left for it, the log is done up to there
     */
    WebhookWave next(WebhookEndpoint endpoint, Moment moment) {
        var now = moment.now();
        var wave = new WebhookWave(endpoint.position());
        boolean active = endpoint.takesEvents(now);
        var due = entities.createNativeQuery("""
                        select d.id, d.type, d.case_id, d.occurred_at, d.position, d.attempts, cast(f.payload as text), true
                        from webhook_delivery d left join (api_client c join feed_event f on
                        """ + OF_CLIENT + """
                         and f.process_code = any (:codes))
                            on c.client_id = :client and f.id = d.id and f.occurred_at = d.occurred_at
                        where d.next_at <= :now and
                        """ + IS_FIRST + " order by d.next_at limit :most")
                .setParameter("client", endpoint.clientId())
                .setParameter("codes", endpoint.processCodes().toArray(String[]::new))
                .setParameter("now", now)
                .setParameter("active", active)
                .setParameter("most", endpoint.room());
        deliveries(due, endpoint).forEach(delivery -> {
            if (delivery.isEvent() && delivery.data() == null) {
                forget(endpoint, delivery.id());
            } else {
                wave.add(delivery);
            }
        });
        if (!active) {
            return wave;
        }
        var fresh = entities.createNativeQuery("""
                        select f.id, f.type, f.aggregateid, f.occurred_at, f.position, 0, cast(f.payload as text), exists (
                            select from webhook_delivery b
                            where b.endpoint_id = :id and b.case_id = f.aggregateid and b.next_at is not null)
                        from api_client c join feed_event f on
                        """ + OF_CLIENT + """
                         where c.client_id = :client and f.process_code = any (:codes) and f.position > :done
                        order by f.position limit :most""")
                .setParameter("client", endpoint.clientId())
                .setParameter("codes", endpoint.processCodes().toArray(String[]::new))
                .setParameter("done", endpoint.position())
                .setParameter("most", READ_AHEAD);
        var read = deliveries(fresh, endpoint).toList();
        wave.more = !read.stream().allMatch(delivery -> wave.follows(delivery, endpoint.room()))
                || read.size() == READ_AHEAD;
        if (!wave.more) {
            wave.done = Math.max(wave.done, moment.position());
        }
        return wave;
    }

    private static Stream<Delivery> deliveries(Query query, WebhookEndpoint endpoint) {
        List<?> rows = query.setParameter("id", endpoint.id()).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Delivery(
                        (UUID) row[0],
                        (String) row[1],
                        (UUID) row[2],
                        (Instant) row[3],
                        row[4] == null ? null : ((Number) row[4]).longValue(),
                        ((Number) row[5]).intValue(),
                        (String) row[6],
                        (Boolean) row[7]));
    }

    /** Returns the endpoint for an update, unless another node has taken it over meanwhile. */
    Optional<WebhookEndpoint> held(UUID id, UUID holder) {
        return Optional.ofNullable(entities.find(WebhookEndpoint.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(endpoint -> endpoint.isHeldBy(holder));
    }

    /** Adds a test or a challenge, which is sent once: one at a time, and one in fifteen seconds, so that nobody is flooded through the hub. */
    void add(WebhookEndpoint endpoint, String type, Instant now) {
        entities.createNativeQuery("""
                        insert into webhook_delivery (endpoint_id, id, type, occurred_at, attempts, next_at)
                        select :endpoint, :id, :type, :now, 0, greatest(:now, max(a.at) + cast(:pause as interval))
                        from webhook_attempt a
                        where a.endpoint_id = :endpoint and a.type = :type and a.at > :lately
                        having not exists (
                            select from webhook_delivery d where d.endpoint_id = :endpoint and d.type = :type)""")
                .setParameter("endpoint", endpoint.id())
                .setParameter("id", UuidV7.next())
                .setParameter("type", type)
                .setParameter("now", now)
                .setParameter("pause", BETWEEN_TESTS.toString())
                .setParameter("lately", now.minus(BETWEEN_TESTS))
                .executeUpdate();
        endpoint.wake(dueAt(endpoint));
    }

    /** Notes one attempt, and when the event is sent again if it failed. */
    void note(WebhookEndpoint endpoint, Delivery delivery, WebhookAnswer answer, Instant now) {
        entities.createNativeQuery("""
                        insert into webhook_attempt (endpoint_id, event_id, type, at, status, failure, took_ms, answer)
                        values (:endpoint, :event, :type, :at, :status, nullif(:failure, ''), :took, :answer)""")
                .setParameter("endpoint", endpoint.id())
                .setParameter("event", delivery.id())
                .setParameter("type", delivery.type())
                .setParameter("at", now)
                .setParameter("status", answer.status())
                .setParameter(
                        "failure",
                        answer.failure() == null ? "" : answer.failure().name())
                .setParameter("took", (int) answer.took().toMillis())
                .setParameter("answer", answer.text())
                .executeUpdate();
        if (answer.succeeded() || !delivery.isEvent()) {
            if (delivery.stored()) {
                forget(endpoint, delivery.id());
            }
            return;
        }
        int attempts = delivery.attempts() + 1;
        var next = WebhookRetries.next(
                attempts, now, answer.retryAfter(), ThreadLocalRandom.current().nextDouble());
        keep(endpoint, delivery, attempts, next.orElse(now));
        if (next.isEmpty()) {
            entities.createNativeQuery(
                            "update webhook_delivery set next_at = null where endpoint_id = :endpoint and id = :id")
                    .setParameter("endpoint", endpoint.id())
                    .setParameter("id", delivery.id())
                    .executeUpdate();
        }
    }

    /** Sends again what was given up, as far as the log still has it. */
    void sendGivenUp(WebhookEndpoint endpoint, Instant now) {
        entities.createNativeQuery("""
                        update webhook_delivery set next_at = :now, attempts = 0
                        where endpoint_id = :endpoint and next_at is null""")
                .setParameter("endpoint", endpoint.id())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Forgets an event that arrived, is no longer in the log, or may no longer be read. */
    private void forget(WebhookEndpoint endpoint, UUID id) {
        entities.createNativeQuery("delete from webhook_delivery where endpoint_id = :endpoint and id = :id")
                .setParameter("endpoint", endpoint.id())
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Keeps an event that waits behind an earlier one of its case. */
    void keep(WebhookEndpoint endpoint, Delivery delivery, Instant now) {
        keep(endpoint, delivery, 0, now);
    }

    private void keep(WebhookEndpoint endpoint, Delivery delivery, int attempts, Instant next) {
        entities.createNativeQuery("""
                        insert into webhook_delivery (endpoint_id, id, type, case_id, position, occurred_at, attempts, next_at)
                        values (:endpoint, :id, :type, :case, :position, :occurred, :attempts, :next)
                        on conflict (endpoint_id, id) do update set attempts = excluded.attempts, next_at = excluded.next_at""")
                .setParameter("endpoint", endpoint.id())
                .setParameter("id", delivery.id())
                .setParameter("type", delivery.type())
                .setParameter("case", delivery.caseId())
                .setParameter("position", delivery.position())
                .setParameter("occurred", delivery.occurredAt())
                .setParameter("attempts", attempts)
                .setParameter("next", next)
                .executeUpdate();
    }

    /** Returns when something is due for it again; null for nothing. */
    Instant dueAt(WebhookEndpoint endpoint) {
        return (Instant) entities.createNativeQuery(
                        "select min(d.next_at) from webhook_delivery d where " + IS_FIRST, Instant.class)
                .setParameter("id", endpoint.id())
                .setParameter("active", endpoint.state() == WebhookEndpoint.State.ACTIVE)
                .getSingleResult();
    }

    /** Forgets the attempts of before, and what was to be sent: the log no longer has it. */
    void forgetBefore(Instant since) {
        for (var old : List.of("webhook_attempt where at", "webhook_delivery where occurred_at")) {
            entities.createNativeQuery("delete from " + old + " < :since")
                    .setParameter("since", since)
                    .executeUpdate();
        }
    }

    /** @param position of the newest event */
    record Moment(long position, Instant now) {}
}
