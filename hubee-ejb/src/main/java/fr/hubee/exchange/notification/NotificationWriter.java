package fr.hubee.exchange.notification;

import fr.hubee.exchange.folder.CasesMigrated;
import fr.hubee.exchange.folder.FolderEvent;
import fr.hubee.kernel.database.Invalidation;
import fr.hubee.kernel.database.Invalidation.Subject;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;

/** Queues notifications for the other party, in the transaction of the event (specification §3.6). */
@ApplicationScoped
class NotificationWriter {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    Event<Invalidation> invalidations;

    void on(@Observes FolderEvent.CaseNotified event) {
        queue(event, null);
    }

    void on(@Observes FolderEvent.CaseEventSent event) {
        if (event.notified()) {
            queue(event, event.eventId());
        }
    }

    /** An acknowledgement notifies the author of the acknowledged event. */
    void on(@Observes FolderEvent.CaseEventReceived event) {
        if (event.notified()) {
            queue(event, event.eventId());
        }
    }

    private void queue(FolderEvent event, UUID eventId) {
        entities.persist(new Notification(
                event.to(), event.from(), event.processCode(), event.caseId(), eventId, clock.instant()));
        grew(event.to());
    }

    /** The portal has read the notifications on behalf of its service. */
    void on(@Observes CaseFetched event) {
        entities.createQuery("delete from Notification n where n.caseId = :case and n.recipient = :reader")
                .setParameter("case", event.caseId())
                .setParameter("reader", event.reader())
                .executeUpdate();
    }

    /** Unread notifications of the merged organisation move to its successor. */
    void on(@Observes CasesMigrated event) {
        move("update Notification n set n.recipient = :target where n.recipient = :source", event);
        move("update Notification n set n.transmitter = :target where n.transmitter = :source", event);
        grew(event.target());
    }

    /** Unread notifications follow the cases of a merge, and of its undoing. */
    void on(@Observes CasesHandedOver event) {
        follow("update Notification n set n.recipient = :target where n.recipient = :source", event);
        follow("update Notification n set n.transmitter = :target where n.transmitter = :source", event);
        grew(event.target());
    }

    private void follow(String update, CasesHandedOver event) {
        entities.createQuery(update + " and n.caseId in (select c.id from Case c where c.recipient = :target)")
                .setParameter("source", event.source())
                .setParameter("target", event.target())
                .executeUpdate();
    }

    private void move(String update, CasesMigrated event) {
        entities.createQuery(update + " and n.processCode in (:codes)")
                .setParameter("source", event.source())
                .setParameter("target", event.target())
                .setParameter("codes", event.processCodes())
                .executeUpdate();
    }

    /** Announces on this node that the queue has grown; a trigger informs the other nodes. */
    private void grew(OrganizationKey recipient) {
        invalidations.fire(new Invalidation(Subject.NOTIFICATION_QUEUE, recipient.toString()));
    }
}
