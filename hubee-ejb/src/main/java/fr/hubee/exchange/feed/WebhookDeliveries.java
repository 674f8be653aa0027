package fr.hubee.exchange.feed;

import fr.hubee.clients.bench.WantedReplay;
import fr.hubee.exchange.feed.WebhookAnswer.Failure;
import fr.hubee.exchange.feed.WebhookEndpoint.State;
import fr.hubee.exchange.feed.WebhookEndpoint.Trouble;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.Words;
import io.cloudevents.jackson.JsonFormat;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what was sent to an endpoint, as its last attempts tell, and adds what is sent to it again. */
@Dependent
public class WebhookDeliveries {
    /** Number of attempts that are read: those of one endpoint may be millions. */
    private static final int READ = 1000;

    private static final int SHOWN_ATTEMPTS = 100;

    private static final String LINES = """
            select a.event_id, a.type, a.at, a.status, a.failure, a.took_ms, greatest(a.attempts, d.attempts),
                d.next_at, d.id is not null and d.next_at is null, count(*) over ()
            from (
                select *, row_number() over (partition by event_id order by at desc) as place,
                    cast(count(*) over (partition by event_id) as integer) as attempts
                from (select * from webhook_attempt where endpoint_id = :id order by at desc limit :read) latest) a
            left join webhook_delivery d on d.endpoint_id = a.endpoint_id and d.id = a.event_id
            where a.place = 1 order by a.at desc, a.event_id""";

    /** Number of events of the log that are counted. */
    private static final int COUNTED = 1000;

    /** A page waits for what is due so soon. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String TROUBLE = """
             (e.state = 'DISABLED' or e.state = 'ACTIVE' and e.failures >= :breaks
                or e.ends_at is not null or e.missed_since is not null)""";

    private static final String CLIENTS = """
             from webhook_endpoint e join api_client c on c.client_id = e.client_id and c.revoked_at is null
                left join subscription s on s.id = c.subscription_id where\s""";

    private static final String OF_OPERATOR =
            "c.scope = 'OSL' and (c.organization_type, c.company_register, c.branch_code) = (:type, :register, :branch)";
    private static final String OF_EDITOR =
            "(s.editor_type, s.editor_company_register, s.editor_branch_code) = (:type, :register, :branch)";
    private static final String OF_SUBSCRIBER =
            "(s.organization_type, s.company_register, s.branch_code) = (:type, :register, :branch)";

    private static final String LINE = """
            select e.id, e.address, e.state, e.process_codes, e.created_at, e.failing_since, e.ends_at, e.missed_since, o.name,
                c.subscription_id, w.number, w.oldest, (select sends from feed_head),
                coalesce(w.next_at <= :soon or e.state = 'ACTIVE' and w.in_log > 0, false), p.total
            from page p join webhook_endpoint e on e.id = p.id join api_client c on c.client_id = e.client_id
            join organization o on o.organization_type = c.organization_type and o.company_register = c.company_register
                and o.branch_code = c.branch_code
            cross join lateral (
                select count(*) as number, min(occurred_at) as oldest, min(next_at) as next_at,
                    count(*) filter (where next_at is null) as in_log
                from (
                    select d.occurred_at, d.next_at from webhook_delivery d
                    where d.endpoint_id = e.id and d.next_at is not null
                    union all
                    (select f.occurred_at, null from feed_event f where\s""" + WebhookQueue.OF_CLIENT + """
                     and f.process_code = any (e.process_codes) and f.position > e.position order by f.position limit :counted)
                ) waiting) w
            order by p.place""";

    /** The events of the log that an endpoint has got, or would have got. */
    private static final String PASSED = " from api_client c join feed_event f on " + WebhookQueue.OF_CLIENT
            + " where c.client_id = :client and f.process_code = any (:codes) and f.position <= :done and ";

    @PersistenceContext
    EntityManager entities;

    @Inject
    PublicAddress publicAddress;

    @Inject
    Clock clock;

    /** Returns the endpoints of the credentials that a person has, those in trouble first. */
    Page<EndpointLine> endpoints(Caller caller, String clientId, boolean inTrouble, int offset, int size) {
        var own = caller.is(RoleNames.BUSINESS) ? OF_OPERATOR : caller.is(RoleNames.EDITOR) ? OF_EDITOR : OF_SUBSCRIBER;
        var page = "with page as (select e.id, count(*) over () as total, row_number() over (order by" + TROUBLE
                + " desc, e.failing_since, e.id) as place " + CLIENTS + own
                + " and e.client_id = coalesce(cast(:client as varchar), e.client_id) and (not :trouble or" + TROUBLE
                + ") order by place offset :offset limit :size)";
        var rows = rows(lines(page)
                        .setParameter("breaks", WebhookEndpoint.BREAKS_AFTER)
                        .setParameter("type", caller.organization().type().name())
                        .setParameter("register", caller.organization().companyRegister())
                        .setParameter("branch", caller.organization().branchCode())
                        .setParameter("client", clientId)
                        .setParameter("trouble", inTrouble)
                        .setParameter("offset", offset)
                        .setParameter("size", size))
                .toList();
        return new Page<>(
                rows.stream().map(EndpointLine::of).toList(), offset, rows.isEmpty() ? 0 : (Long) rows.get(0)[14]);
    }

    EndpointLine line(UUID endpoint) {
        var page = "with page as (select cast(:id as uuid) as id, 1 as total, 1 as place)";
        return EndpointLine.of(
                rows(lines(page).setParameter("id", endpoint)).findFirst().orElseThrow());
    }

    private Query lines(String page) {
        return entities.createNativeQuery(page + LINE)
                .setParameter("soon", clock.instant().plus(SOON))
                .setParameter("counted", COUNTED);
    }

    /** Returns a page of what was sent, the newest attempt first. */
    Page<DeliveryLine> page(UUID endpoint, int offset, int size) {
        var rows = rows(entities.createNativeQuery(LINES)
                        .setParameter("id", endpoint)
                        .setParameter("read", READ)
                        .setFirstResult(offset)
                        .setMaxResults(size))
                .toList();
        return new Page<>(
                rows.stream().map(DeliveryLine::of).toList(), offset, rows.isEmpty() ? 0 : (Long) rows.get(0)[9]);
    }

    /** @param event null for those of all events */
    List<Attempt> attempts(WebhookEndpoint endpoint, UUID event) {
        var body = event == null ? "" : body(endpoint, event);
        return rows(entities.createNativeQuery("""
                        select event_id, type, at, status, failure, took_ms, answer from webhook_attempt
                        where endpoint_id = :id and event_id = coalesce(cast(:event as uuid), event_id) order by at desc""")
                        .setParameter("id", endpoint.id())
                        .setParameter("event", event)
                        .setMaxResults(SHOWN_ATTEMPTS))
                .map(row -> new Attempt(
                        (UUID) row[0],
                        (String) row[1],
                        (Instant) row[2],
                        (Integer) row[3],
                        (String) row[4],
                        (Integer) row[5],
                        (String) row[6],
                        body))
                .toList();
    }

    /** Returns what is sent of an event; nothing when the log no longer has it, and for a test and a challenge. */
    private String body(WebhookEndpoint endpoint, UUID event) {
        var query = "select f.type, f.aggregateid, f.occurred_at, cast(f.payload as text)" + PASSED + "f.id = :event";
        var source = URI.create(publicAddress.uri() + "/teledossiers/v1");
        return rows(bind(entities.createNativeQuery(query), endpoint).setParameter("event", event))
                .map(row -> FeedLine.event(
                        event, (String) row[0], (UUID) row[1], (Instant) row[2], (String) row[3], source))
                .map(sent -> new String(new JsonFormat().serialize(sent), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    /**
     * Adds an event to what is due now, with all its attempts.
     *
     * @return false when the log no longer has it, or the client may no longer read it
     */
    boolean addAgain(WebhookEndpoint endpoint, UUID event, Instant now) {
        var added = bind(entities.createNativeQuery("""
                        insert into webhook_delivery (endpoint_id, id, type, case_id, position, occurred_at, attempts, next_at)
                        select :endpoint, f.id, f.type, f.aggregateid, f.position, f.occurred_at, 0, :now""" + PASSED + """
                         f.id = :event
                        on conflict (endpoint_id, id) do update set attempts = 0, next_at = excluded.next_at"""), endpoint)
                .setParameter("endpoint", endpoint.id())
                .setParameter("event", event)
                .setParameter("now", now)
                .executeUpdate();
        endpoint.wake(now);
        return added > 0;
    }

    /**
     * Goes back in the log to the first event since that moment.
     *
     * @return the number of events that are sent again
     */
    long replay(WebhookEndpoint endpoint, Instant since, Instant now) {
        var found = (Object[]) bind(
                        entities.createNativeQuery(
                                "select min(f.position), count(*)" + PASSED + "f.occurred_at >= :since"),
                        endpoint)
                .setParameter("since", since)
                .getSingleResult();
        if (found[0] != null) {
            endpoint.replay((Long) found[0] - 1, now);
        }
        return (Long) found[1];
    }

    /** Sends again what the test bench wants: the software must know it by its {@code webhook-id}. */
    void replay(@Observes WantedReplay wanted) {
        entities.createQuery(
                        "select e from WebhookEndpoint e where e.clientId = :client and e.state = :active",
                        WebhookEndpoint.class)
                .setParameter("client", wanted.clientId())
                .setParameter("active", State.ACTIVE)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(endpoint -> replay(endpoint, wanted.since(), clock.instant()));
    }

    private static Query bind(Query query, WebhookEndpoint endpoint) {
        return query.setParameter("client", endpoint.clientId())
                .setParameter("codes", endpoint.processCodes().toArray(String[]::new))
                .setParameter("done", endpoint.position() == null ? Long.valueOf(0) : endpoint.position());
    }

    private static Stream<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast);
    }

    /**
     * One thing that was sent to an endpoint, with its last attempt.
     *
     * @param status of HTTP; 0 without an answer, and then {@code failure} says why
     * @param nextAt when it is sent again; null for never
     * @param givenUp whether it failed for the last time
     */
    public record DeliveryLine(
            UUID event,
            String type,
            Instant at,
            int status,
            String failure,
            int tookMs,
            int attempts,
            Instant nextAt,
            boolean givenUp) {

        static DeliveryLine of(Object[] row) {
            return new DeliveryLine(
                    (UUID) row[0],
                    (String) row[1],
                    (Instant) row[2],
                    (Integer) row[3],
                    (String) row[4],
                    (Integer) row[5],
                    (Integer) row[6],
                    (Instant) row[7],
                    (Boolean) row[8]);
        }

        /** Returns the kind of event in French. */
        public String label() {
            var sent = type.equals(WebhookQueue.PROOF) ? "exchange.sent.proof" : "exchange.sent.test";
            return FeedType.named(type).map(FeedType::label).orElseGet(() -> Words.text(sent));
        }

        public boolean isArrived() {
            return status / 100 == 2;
        }

        /** Whether it is an event of the log, which may be sent again. */
        public boolean isRepeatable() {
            return FeedType.named(type).isPresent();
        }

        public String outcome() {
            return WebhookDeliveries.outcome(status, failure);
        }
    }

    /**
     * An endpoint in a list of a person's.
     *
     * @param subscription of its client; null for an operator's
     * @param waiting number of events, tests and challenges that are to be sent, or to be sent again
     * @param oldest of these; null for none
     * @param sends whether webhooks leave this hub
     * @param busy whether one of these is due within seconds
     */
    public record EndpointLine(
            UUID id,
            String address,
            State state,
            List<String> processCodes,
            Instant createdAt,
            Instant failingSince,
            Instant endsAt,
            Instant missedSince,
            String organizationName,
            UUID subscription,
            long waiting,
            Instant oldest,
            boolean sends,
            boolean busy) {

        static EndpointLine of(Object[] row) {
            return new EndpointLine(
                    (UUID) row[0],
                    (String) row[1],
                    State.valueOf((String) row[2]),
                    List.of((String[]) row[3]),
                    (Instant) row[4],
                    (Instant) row[5],
                    (Instant) row[6],
                    (Instant) row[7],
                    (String) row[8],
                    (UUID) row[9],
                    (Long) row[10],
                    (Instant) row[11],
                    (Boolean) row[12],
                    (Boolean) row[13]);
        }

        public String getCodes() {
            return String.join(", ", processCodes);
        }

        /** Whether events are sent to it, and none has arrived since the first failure. */
        public boolean isFailing() {
            return state == State.ACTIVE && failingSince != null;
        }

        /** Returns what it means, and the next step. */
        public String advice() {
            if (missedSince != null) {
                return Trouble.MISSED.advice();
            }
            if (endsAt != null && state == State.PAUSED) {
                return Trouble.PAUSED.advice();
            }
            if (isFailing()) {
                return Words.text("exchange.endpoint.fails");
            }
            return state == State.ACTIVE && endsAt != null ? Words.text("exchange.endpoint.ends") : state.advice();
        }
    }

    /**
     * One attempt to send an event.
     *
     * @param status of HTTP; 0 without an answer, and then {@code failure} says why
     * @param body what was sent, where the log still has it
     */
    public record Attempt(
            UUID event, String type, Instant at, int status, String failure, int tookMs, String answer, String body) {

        /** Returns the request as it was sent to that address, without its signature. */
        public String request(URI address) {
            var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            return """
                    POST %s%s HTTP/1.1
                    Host: %s
                    Content-Type: application/cloudevents+json; charset=UTF-8
                    webhook-id: %s
                    webhook-timestamp: %d

                    %s""".formatted(
                            address.getRawPath(), query, address.getRawAuthority(), event, at.getEpochSecond(), body);
        }

        /** Returns the answer as it came: its status, or why there was none, and its beginning. */
        public String response() {
            return answer.isEmpty() ? outcome() : outcome() + "\n\n" + answer;
        }

        /** Returns the status, or why there was no answer, in French. */
        public String outcome() {
            return WebhookDeliveries.outcome(status, failure);
        }
    }

    /** Returns the status of HTTP, or why there was no answer. */
    static String outcome(int status, String failure) {
        return status > 0 ? String.valueOf(status) : Failure.valueOf(failure).label();
    }
}
