package fr.hubee.exchange.feed;

import fr.hubee.exchange.feed.WebhookEndpoint.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The events that are sent to one endpoint at the same time: at most one of each case. */
final class WebhookWave {
    private final WebhookEndpoint endpoint;
    private final List<Delivery> sent = new ArrayList<>();
    private final List<Waiting> kept = new ArrayList<>();
    private final List<Waiting> forgotten = new ArrayList<>();
    private final HashSet<UUID> cases = new HashSet<>();
    private Long done;
    private int fresh;
    private boolean cut;
    private boolean ready;
    private long head;
    private Instant later;

    /**
     * One event on its way to one endpoint, or a test or a challenge.
     *
     * @param caseId and {@code position} of the event; null for a test or a challenge
     * @param data what the event says, as JSON; null for a test or a challenge, and for an event that is no longer kept or allowed
     * @param stored whether it has a row of its own or waits behind one
     */
    record Delivery(
            UUID id,
            String type,
            UUID caseId,
            Instant occurredAt,
            Long position,
            int attempts,
            String data,
            boolean stored) {

        boolean isEvent() {
            return position != null;
        }

        boolean isProof() {
            return type.equals(WebhookQueue.PROOF);
        }
    }

    /**
     * The outcome of a wave, as rows.
     *
     * @param goesOn whether there is more to send now
     * @param ends whether its endpoint gets nothing more
     */
    record Outcome(
            WebhookEndpoint endpoint,
            Ended ended,
            List<Tried> tried,
            List<Waiting> kept,
            List<Waiting> forgotten,
            boolean goesOn,
            boolean ends) {}

    /** @param proves whether it has agreed */
    record Ended(
            UUID id,
            UUID lease,
            State former,
            State state,
            Long position,
            int failures,
            Instant failingSince,
            Instant restsUntil,
            Instant dueAt,
            boolean proves) {}

    record Tried(
            UUID endpointId,
            UUID eventId,
            String type,
            Instant at,
            int status,
            WebhookAnswer.Failure failure,
            long tookMs,
            String answer) {}

    record Waiting(
            UUID endpointId,
            UUID id,
            String type,
            UUID caseId,
            Long position,
            Instant occurredAt,
            int attempts,
            Instant nextAt) {}

    /** @param endpoint as it was when this node took it */
    WebhookWave(WebhookEndpoint endpoint) {
        this.endpoint = endpoint;
        this.done = endpoint.position();
    }

    void read(Object[] row) {
        head = ((Number) row[10]).longValue();
        ready = (Boolean) row[11];
        later = (Instant) row[12];
        if (row[0] == null) {
            return;
        }
        var delivery = new Delivery(
                (UUID) row[0],
                (String) row[1],
                (UUID) row[2],
                (Instant) row[3],
                row[4] == null ? null : ((Number) row[4]).longValue(),
                ((Number) row[5]).intValue(),
                (String) row[6],
                (Boolean) row[7]);
        if ((Boolean) row[8]) {
            cut = cut || !follows(delivery, endpoint.room()) || ++fresh == WebhookQueue.READ_AHEAD;
        } else if (delivery.isEvent() && delivery.data() == null) {
            forgotten.add(waiting(delivery, 0, null));
        } else {
            add(delivery);
        }
    }

    private void add(Delivery delivery) {
        sent.add(delivery);
        cases.add(delivery.caseId());
    }

    /**
     * Adds the next event of the log, or leaves it behind an earlier one of its case that has failed.
     *
     * @return false when the wave ends before it
     */
    boolean follows(Delivery delivery, int room) {
        if (delivery.stored()) {
            kept.add(waiting(delivery, 0, delivery.occurredAt()));
        } else if (sent.size() < room && !cases.contains(delivery.caseId())) {
            add(delivery);
        } else {
            return false;
        }
        done = delivery.position();
        return true;
    }

    private Waiting waiting(Delivery delivery, int attempts, Instant nextAt) {
        return new Waiting(
                endpoint.id(),
                delivery.id(),
                delivery.type(),
                delivery.caseId(),
                delivery.position(),
                delivery.occurredAt(),
                attempts,
                nextAt);
    }

    WebhookEndpoint endpoint() {
        return endpoint;
    }

    List<Delivery> sent() {
        return sent;
    }

    Long done() {
        return done;
    }

    /**
     * Returns what came of it. What failed is sent again later, what arrived is done.
     *
     * @param answers to what was sent, in its order
     * @param agrees whether one of them proves that the endpoint wants events
     */
    Outcome settle(List<WebhookAnswer> answers, boolean agrees, Instant now) {
        var former = endpoint.state();
        boolean again = cut
                || sent.size() >= endpoint.room()
                || (former == State.ACTIVE && !ready) // the log is read after its rest
                || !forgotten.isEmpty()
                || sent.stream().anyMatch(Delivery::stored); // others may wait behind it
        var tried = new ArrayList<Tried>();
        var events = new ArrayList<WebhookAnswer>();
        for (int i = 0; i < answers.size(); i++) {
            var delivery = sent.get(i);
            var answer = answers.get(i);
            tried.add(new Tried(
                    endpoint.id(),
                    delivery.id(),
                    delivery.type(),
                    answer.sent(),
                    answer.status(),
                    answer.failure(),
                    answer.took().toMillis(),
                    answer.text()));
            if (delivery.isEvent()) {
                events.add(answer);
            }
            if (delivery.isEvent() && !answer.succeeded()) {
                keep(delivery, answer, now);
            } else if (delivery.stored()) {
                forgotten.add(waiting(delivery, 0, null));
            }
        }
        boolean proves = agrees && endpoint.proved(head, now);
        boolean ends = endpoint.answered(events, now);
        endpoint.release(ready && !cut ? Long.valueOf(Math.max(done, head)) : done, again || proves ? now : later, now);
        var ended = new Ended(
                endpoint.id(),
                endpoint.lease(),
                former,
                endpoint.state(),
                endpoint.position(),
                endpoint.failures(),
                endpoint.failingSince(),
                endpoint.restsUntil(),
                endpoint.dueAt(),
                proves);
        return new Outcome(endpoint, ended, tried, kept, forgotten, again, ends);
    }

    private void keep(Delivery delivery, WebhookAnswer answer, Instant now) {
        int attempts = delivery.attempts() + 1;
        var random = ThreadLocalRandom.current().nextDouble();
        var next =
                WebhookRetries.next(attempts, now, answer.retryAfter(), random).orElse(null);
        kept.add(waiting(delivery, attempts, next));
        if (next != null && (later == null || next.isBefore(later))) {
            later = next;
        }
    }
}
