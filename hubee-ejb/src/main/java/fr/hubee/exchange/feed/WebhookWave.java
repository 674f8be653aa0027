package fr.hubee.exchange.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** The events that are sent to one endpoint at the same time. */
final class WebhookWave {
    private final List<Delivery> sent = new ArrayList<>();
    private final List<Delivery> behind = new ArrayList<>();
    private final HashSet<UUID> cases = new HashSet<>();
    Long done;
    boolean more;

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

    WebhookWave(Long done) {
        this.done = done;
    }

    void add(Delivery delivery) {
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
            behind.add(delivery);
        } else if (sent.size() < room && !cases.contains(delivery.caseId())) {
            add(delivery);
        } else {
            return false;
        }
        done = delivery.position();
        return true;
    }

    List<Delivery> sent() {
        return sent;
    }

    List<Delivery> behind() {
        return behind;
    }

    Long done() {
        return done;
    }

    /** Returns whether the log has more for it now. */
    boolean hasMore() {
        return more;
    }
}
