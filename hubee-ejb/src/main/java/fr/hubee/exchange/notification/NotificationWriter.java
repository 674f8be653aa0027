package fr.hubee.exchange.notification;

import fr.hubee.exchange.feed.FeedRecorder;
import fr.hubee.exchange.folder.CaseService.CasesMigrated;
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
import java.util.List;
import java.util.UUID;

/** Queues notifications for the other party, in the transaction of the event (specification §3.6). */
@ApplicationScoped
class NotificationWriter {
    @PersistenceContext
    EntityManager entities;

    @Inject
    FeedRecorder feed;

    @Inject
    Clock clock;

    @Inject
    Event<Invalidation> invalidations;

    void on(@Observes FolderEvent.CaseNotified event) {
        queue(event, null);
    }

    /** Its service reads the case again, as it did when it was new; a notification that waits may have been read already. */
    void on(@Observes FolderEvent.LateFileReceived event) {
        queue(event, null);
    }

    /** Notifies the other party, or of an acknowledgement the author of the event. */
    void on(@Observes FolderEvent.CaseEventPassed event) {
        if (event.notified()) {
            queue(event, event.eventId());
        }
    }

    private void queue(FolderEvent event, UUID eventId) {
        entities.persist(new Notification(
                event.to(), event.from(), event.processCode(), event.caseId(), eventId, clock.instant()));
        grew(event.to());
    }

    /** Removes the notifications of a case of which the portal has read everything on behalf of its service. */
    void fetched(UUID caseId, OrganizationKey reader) {
        entities.createQuery("delete from Notification n where n.caseId = :case and n.recipient = :reader")
                .setParameter("case", caseId)
                .setParameter("reader", reader)
                .executeUpdate();
    }

    void on(@Observes CasesMigrated event) {
        follow(event.source(), event.target());
    }

    /** Moves unread notifications to the organisation that has their cases by now, which the feed tells it. */
    void follow(OrganizationKey source, OrganizationKey target) {
        feed.handedOver(source, target);
        for (var party : List.of("recipient", "transmitter")) {
            entities.createQuery("update Notification n set n." + party + " = :target where n." + party
                            + " = :source and n.caseId in (select c.id from Case c where c.recipient = :target)")
                    .setParameter("source", source)
                    .setParameter("target", target)
                    .executeUpdate();
        }
        grew(target);
    }

    /** Announces on this node that the queue has grown; a trigger informs the other nodes. */
    private void grew(OrganizationKey recipient) {
        invalidations.fire(new Invalidation(Subject.NOTIFICATION_QUEUE, recipient.toString()));
    }
}
