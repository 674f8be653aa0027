package fr.hubee.exchange.feed;

import fr.hubee.exchange.feed.WebhookAnswer.Failure;
import fr.hubee.exchange.feed.WebhookEndpointService.Attempt;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.Words;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what was sent to an endpoint, as its last attempts tell, and adds what is sent to it again. */
@Dependent
public class WebhookDeliveries {
    /** Number of attempts that are read: those of one endpoint may be millions. */
    private static final int READ = 1000;

    private static final int SHOWN_ATTEMPTS = 30;

    private static final String LINES = """
            select a.event_id, a.type, a.at, a.status, a.failure, a.took_ms, greatest(a.attempts, d.attempts),
                d.next_at, d.id is not null and d.next_at is null, count(*) over ()
            from (
                select *, row_number() over (partition by event_id order by at desc) as place,
                    cast(count(*) over (partition by event_id) as integer) as attempts
                from (select * from webhook_attempt where endpoint_id = :id order by at desc limit :read) latest) a
            left join webhook_delivery d on d.endpoint_id = a.endpoint_id and d.id = a.event_id
            where a.place = 1 order by a.at desc, a.event_id""";

    /** The events of the log that an endpoint has got, or would have got. */
    private static final String PASSED = " from api_client c join feed_event f on " + WebhookQueue.OF_CLIENT
            + " where c.client_id = :client and f.process_code = any (:codes) and f.position <= :done and ";

    @PersistenceContext
    EntityManager entities;

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

    /** Returns the attempts to send one event, newest first. */
    List<Attempt> attempts(UUID endpoint, UUID event) {
        return rows(entities.createNativeQuery("""
                        select event_id, type, at, status, failure, took_ms, answer from webhook_attempt
                        where endpoint_id = :id and event_id = :event order by at desc""")
                        .setParameter("id", endpoint)
                        .setParameter("event", event)
                        .setMaxResults(SHOWN_ATTEMPTS))
                .map(row -> new Attempt(
                        (UUID) row[0],
                        (String) row[1],
                        (Instant) row[2],
                        (Integer) row[3],
                        (String) row[4],
                        (Integer) row[5],
                        (String) row[6]))
                .toList();
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

    private static Query bind(Query query, WebhookEndpoint endpoint) {
        return query.setParameter("client", endpoint.clientId())
                .setParameter("codes", endpoint.processCodes().toArray(String[]::new))
                .setParameter("done", endpoint.position());
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

    /** Returns the status of HTTP, or why there was no answer. */
    static String outcome(int status, String failure) {
        return status > 0 ? String.valueOf(status) : Failure.valueOf(failure).label();
    }
}
