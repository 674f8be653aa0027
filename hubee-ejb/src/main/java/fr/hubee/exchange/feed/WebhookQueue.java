package fr.hubee.exchange.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import fr.hubee.clients.client.ApiClientStore;
import fr.hubee.exchange.feed.WebhookEndpoint.EndpointInTrouble;
import fr.hubee.exchange.feed.WebhookEndpoint.State;
import fr.hubee.exchange.feed.WebhookEndpoint.Trouble;
import fr.hubee.exchange.feed.WebhookWave.Outcome;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The queues of the endpoints: what is due, who sends it, and what came of it. Each method needs a transaction, and none lasts while something
 * is sent. One statement does for many endpoints, by the clock of the database: those of nodes differ.
 */
@Dependent
class WebhookQueue {
    /** The type of a challenge. */
    static final String PROOF = "fr.hubee.endpoint.proof.v1";

    /** The type of a test. */
    static final String TEST = "fr.hubee.endpoint.test.v1";

    static final int READ_AHEAD = 64;
    private static final Duration BETWEEN_TESTS = Duration.ofSeconds(15);

    private static final JsonMapper ROWS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
            .build();

    /** No earlier event of its case waits: events of a case arrive in order. */
    private static final String IS_FIRST = """
             d.endpoint_id = e.id and not exists (
                select from webhook_delivery b
                where b.endpoint_id = d.endpoint_id and b.case_id = d.case_id and b.position < d.position and b.next_at is not null)""";

    /** Events are sent to it now; tests and challenges are at any time. */
    private static final String IS_READY = """
             (e.state = 'ACTIVE' and (e.rests_until is null or e.rests_until <= statement_timestamp())
                and (e.ends_at is null or e.ends_at > statement_timestamp()))""";

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
                        where s.client_id = c.client_id and (s.expires_at is null or s.expires_at > statement_timestamp()))))""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    ApiClientStore clients;

    @Inject
    AuditJournal journal;

    @Inject
    Event<EndpointInTrouble> troubled;

    /** An endpoint that may get events: those of an organisation and some démarches. */
    record Receiver(UUID id, OrganizationKey organization, Set<String> processCodes) {
        private Receiver(Object[] row) {
            this(
                    (UUID) row[0],
                    new OrganizationKey(OrganizationType.valueOf((String) row[1]), (String) row[2], (String) row[3]),
                    Set.of((String[]) row[4]));
        }
    }

    /** Returns the endpoints that may get events now; one that rests is due at its end. */
    List<Receiver> active() {
        List<?> rows =
                entities.createNativeQuery("""
                        select e.id, c.organization_type, c.company_register, c.branch_code,
                            case when c.scope = 'OSL' and cardinality(c.process_codes) = 0 then e.process_codes
                                else array(select unnest(e.process_codes) intersect select unnest(c.process_codes)) end
                        from webhook_endpoint e join api_client c on c.client_id = e.client_id where""" + IS_READY + " and " + HAS_PROOF).getResultList();
        return rows.stream().map(row -> new Receiver((Object[]) row)).toList();
    }

    /** Returns the endpoints of a client, oldest first. */
    List<WebhookEndpoint> ofClient(String clientId, LockModeType lock) {
        return entities.createQuery(
                        "select e from WebhookEndpoint e where e.clientId = :client order by e.id",
                        WebhookEndpoint.class)
                .setParameter("client", clientId)
                .setLockMode(lock)
                .getResultList();
    }

    /**
     * Reserves endpoints that have something to send: those for which something is due, and those of the list that are free; first those that are
     * farthest behind. A node sends and then settles; if it dies, they are due for the others.
     *
     * @param failing whether those that failed the last time are taken too
     * @return the endpoints as they are now, and remain only in the database
     */
    @SuppressWarnings("unchecked") // a native query of one entity
    List<WebhookEndpoint> take(Collection<UUID> concerned, int most, boolean failing) {
        List<WebhookEndpoint> taken = entities.createNativeQuery(
                        """
                        with free as (
                            select e.id from webhook_endpoint e
                            where (select sends from feed_head) and (e.leased_until is null or e.leased_until <= statement_timestamp())
                                and (e.due_at <= statement_timestamp() or e.id = any (:concerned) and
                        """ + IS_READY + ") and (e.failures = 0 or :failing) and " + HAS_PROOF + """

                            order by e.failures, e.position nulls first limit :most for update of e skip locked),
                        taken as (
                            update webhook_endpoint e set lease = :holder, leased_until = statement_timestamp() + cast(:lease as interval),
                                due_at = statement_timestamp() + cast(:lease as interval)
                            from free where e.id = free.id returning e.*)
                        select * from taken""",
                        WebhookEndpoint.class)
                .setParameter("holder", UuidV7.next())
                .setParameter("concerned", concerned.toArray(UUID[]::new))
                .setParameter("most", most)
                .setParameter("failing", failing)
                .setParameter("lease", WebhookEndpoint.LEASE.toString())
                .getResultList();
        taken.forEach(entities::detach);
        return taken;
    }

    /** Returns what to send next to each of these endpoints. */
    List<WebhookWave> next(List<WebhookEndpoint> taken) {
        var waves = taken.stream()
                .map(WebhookWave::new)
                .collect(Collectors.toMap(wave -> wave.endpoint().id(), wave -> wave));
        List<?> rows = entities.createNativeQuery(
                        """
                        select q.*, e.id endpoint, h.position head, e.ready, l.later
                        from (select *,
                        """ + IS_READY + """
                             ready from webhook_endpoint e where id = any (:ids)) e
                        join api_client c on c.client_id = e.client_id cross join feed_head h
                        cross join lateral (
                            select min(d.next_at) later from webhook_delivery d
                            where (d.next_at > statement_timestamp() or not e.ready) and (e.state = 'ACTIVE' or d.position is null) and
                        """ + IS_FIRST + """
                        ) l left join lateral ((
                            select d.id, d.type, d.case_id, d.occurred_at, d.position, d.attempts, cast(f.payload as text), true stored, false fresh
                            from webhook_delivery d left join feed_event f on f.id = d.id and f.occurred_at = d.occurred_at
                                and f.process_code = any (e.process_codes) and
                        """ + OF_CLIENT + """
                             where d.next_at <= statement_timestamp() and (e.ready or d.position is null) and
                        """ + IS_FIRST + """
                             order by d.next_at limit case when e.failures = 0 then :most else 1 end)
                        union all (
                            select f.id, f.type, f.aggregateid, f.occurred_at, f.position, 0, cast(f.payload as text), exists (
                                select from webhook_delivery b
                                where b.endpoint_id = e.id and b.case_id = f.aggregateid and b.next_at is not null), true
                            from feed_event f where e.ready and f.process_code = any (e.process_codes) and f.position > e.position and
                        """ + OF_CLIENT + """
                             order by f.position limit :ahead)) q on true
                        order by q.fresh, q.position""")
                .setParameter("ids", waves.keySet().toArray(UUID[]::new))
                .setParameter("most", WebhookEndpoint.AT_ONCE)
                .setParameter("ahead", READ_AHEAD)
                .getResultList();
        for (var each : rows) {
            var row = (Object[]) each;
            waves.get((UUID) row[9]).read(row);
        }
        return List.copyOf(waves.values());
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
        endpoint.wake((Instant) entities.createNativeQuery(
                        "select next_at from webhook_delivery where endpoint_id = :endpoint and type = :type",
                        Instant.class)
                .setParameter("endpoint", endpoint.id())
                .setParameter("type", type)
                .getSingleResult());
    }

    /**
     * Records what came of waves, and gives their endpoints back. What became due meanwhile stays due, and what somebody has decided
     * meanwhile stays decided.
     *
     * @return the states of those that this node still held: of the others nothing is recorded, and they get the same again
     */
    Map<UUID, State> settle(List<Outcome> outcomes) {
        List<?> rows = entities.createNativeQuery("""
                        with ended as (
                            update webhook_endpoint e set position = t.position, failures = t.failures, failing_since = t.failing_since,
                                rests_until = t.rests_until, state = case when e.state = t.former then t.state else e.state end,
                                due_at = least(nullif(e.due_at, e.leased_until),
                                    case when e.state = t.former then t.due_at else statement_timestamp() end,
                                    case when e.state = 'ACTIVE' then e.ends_at end),
                                ends_at = case when t.proves and e.ends_at <= statement_timestamp() then null else e.ends_at end,
                                lease = null, leased_until = null
                            from jsonb_to_recordset(cast(:ended as jsonb)) t (id uuid, lease uuid, former text, state text, position bigint,
                                failures integer, failing_since timestamptz, rests_until timestamptz, due_at timestamptz,
                                proves boolean)
                            where e.id = t.id and e.lease = t.lease returning e.id, e.state),
                        tried as (
                            insert into webhook_attempt (endpoint_id, event_id, type, at, status, failure, took_ms, answer)
                            select t.* from jsonb_to_recordset(cast(:tried as jsonb)) t (endpoint_id uuid, event_id uuid, type text,
                                at timestamptz, status integer, failure text, took_ms integer, answer text)
                            join ended on ended.id = t.endpoint_id),
                        forgotten as (
                            delete from webhook_delivery d
                            using ended, jsonb_to_recordset(cast(:forgotten as jsonb)) t (endpoint_id uuid, id uuid)
                            where ended.id = t.endpoint_id and d.endpoint_id = t.endpoint_id and d.id = t.id),
                        kept as (
                            insert into webhook_delivery (endpoint_id, id, type, case_id, position, occurred_at, attempts, next_at)
                            select t.* from jsonb_to_recordset(cast(:kept as jsonb)) t (endpoint_id uuid, id uuid, type text, case_id uuid,
                                position bigint, occurred_at timestamptz, attempts integer, next_at timestamptz)
                            join ended on ended.id = t.endpoint_id
                            on conflict (endpoint_id, id) do update set attempts = excluded.attempts, next_at = excluded.next_at)
                        select id, state from ended""")
                .setParameter("ended", json(outcomes, outcome -> Stream.of(outcome.ended())))
                .setParameter("tried", json(outcomes, outcome -> outcome.tried().stream()))
                .setParameter("forgotten", json(outcomes, outcome -> outcome.forgotten().stream()))
                .setParameter("kept", json(outcomes, outcome -> outcome.kept().stream()))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> State.valueOf((String) row[1])));
    }

    private static String json(List<Outcome> outcomes, Function<Outcome, Stream<?>> rows) {
        try {
            return ROWS.writeValueAsString(outcomes.stream().flatMap(rows).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sends again what was given up, as far as the log still has it. */
    void sendGivenUp(UUID endpoint, Instant now) {
        entities.createNativeQuery("""
                        update webhook_delivery set next_at = :now, attempts = 0
                        where endpoint_id = :endpoint and next_at is null""")
                .setParameter("endpoint", endpoint)
                .setParameter("now", now)
                .executeUpdate();
    }

    /**
     * Forgets the attempts of before, and what was to be sent: the log no longer has it.
     *
     * @param since events of before leave the log, by whole weeks; endpoints that will never get some of them are told
     */
    void forgetBefore(Instant since) {
        List<?> missing = entities.createNativeQuery("""
                        select id, since from (select e.id, least(
                                (select min(d.occurred_at) from webhook_delivery d
                                where d.endpoint_id = e.id and d.position is not null and d.occurred_at < :since),
                                (select min(f.occurred_at) from api_client c join feed_event f on
                        """ + OF_CLIENT + """
                         and f.process_code = any (e.process_codes)
                                where c.client_id = e.client_id and f.position > e.position
                                    and f.occurred_at < date_trunc('week', cast(:since as timestamptz), 'UTC'))) as since
                            from webhook_endpoint e where e.missed_since is null) lost
                        where since is not null""")
                .setParameter("since", since)
                .getResultList();
        for (var each : missing) {
            var row = (Object[]) each;
            var endpoint = RowLookup.findLocked(entities, WebhookEndpoint.class, row[0]);
            endpoint.missed((Instant) row[1]);
            tell(endpoint, Trouble.MISSED, AuditAction.ENDPOINT_CHANGED, Changes.of("missedSince", row[1]), Caller.HUB);
        }
        for (var old : List.of("webhook_attempt where at", "webhook_delivery where occurred_at")) {
            entities.createNativeQuery("delete from " + old + " < :since")
                    .setParameter("since", since)
                    .executeUpdate();
        }
    }

    /** Records what has become of an endpoint, and tells its people. */
    void tell(WebhookEndpoint endpoint, Trouble trouble, AuditAction action, Changes changes, Caller caller) {
        var client = clients.findLine(endpoint.clientId()).orElseThrow();
        journal.record(
                Act.by(caller, action).on(client.organization(), endpoint.id()).with(changes));
        troubled.fire(new EndpointInTrouble(
                trouble,
                client.organization(),
                client.organizationName(),
                endpoint.processCodes(),
                endpoint.address().getHost()));
    }
}
