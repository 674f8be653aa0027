package fr.hubee.desk.casework;

import fr.hubee.exchange.folder.Attachment;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.CaseEvent;
import fr.hubee.exchange.status.EventStatus;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Finds out whether an operator has fetched what a service sent it: by its acknowledgement, its queue and the journal. */
@Dependent
class FetchedContent {
    /** Openings within that time are one entry of the journal, and the first may be from before the message. */
    private static final Duration ONE_OPENING = Duration.ofMinutes(10);

    @PersistenceContext
    EntityManager entities;

    /** Whether the operator has read the message, or has taken it out of its queue. */
    boolean isRead(Case theCase, CaseEvent event) {
        return event.status() != EventStatus.SENT
                || !waits(event)
                || isRecorded(theCase, "CASE_READ", theCase.id(), event.createdAt());
    }

    /** Whether the operator has read bytes of the file. */
    boolean isRead(Case theCase, Attachment file) {
        return isRecorded(theCase, "ATTACHMENT_READ", file.id(), file.event().createdAt());
    }

    private boolean waits(CaseEvent event) {
        return (Boolean)
                entities.createNativeQuery("select exists (select from notification n where n.event_id = :event)")
                        .setParameter("event", event.id())
                        .getSingleResult();
    }

    /** @param sent when its service sent it, by the clock of a server */
    private boolean isRecorded(Case theCase, String action, UUID subject, Instant sent) {
        return (Boolean) entities.createNativeQuery("""
                        select exists (select from audit_entry e where e.subject = :subject and e.happened_at >= :since
                            and e.action = :action and e.actor_organization = :operator)""")
                .setParameter("subject", subject.toString())
                .setParameter("since", sent.minus(ONE_OPENING))
                .setParameter("action", action)
                .setParameter("operator", theCase.folder().transmitter().toString())
                .getSingleResult();
    }
}
