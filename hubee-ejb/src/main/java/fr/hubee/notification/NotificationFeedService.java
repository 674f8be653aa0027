package fr.hubee.notification;

import fr.hubee.audit.Act;
import fr.hubee.audit.AuditAction;
import fr.hubee.audit.AuditJournal;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.NotAllowed;
import fr.hubee.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a party has not read yet: its software polls here. */
@Stateless
@RolesAllowed({Roles.OSL, Roles.SI, Roles.ADMIN})
public class NotificationFeedService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    NotificationQueue queue;

    @Inject
    AuditJournal journal;

    /** The oldest notifications of the caller's queue, as far as its credentials cover them. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS) // one query, asked more often than anything else
    public List<NotificationLine> next(Caller caller, QueueQuery query) {
        var codes = covered(caller, query.processCodes());
        if (codes.isEmpty() && !caller.is(Roles.ADMIN)) {
            return List.of();
        }
        return caller.is(Roles.ADMIN) ? queue.ofEverybody(codes, query) : queue.of(caller.organization(), codes, query);
    }

    private static Set<String> covered(Caller caller, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return caller.processCodes();
        }
        return Set.copyOf(wanted.stream().filter(caller::covers).toList());
    }

    /** Takes a notification out of the queue, for good. */
    public void delete(Caller caller, UUID id) {
        var notification = entities.find(Notification.class, id);
        if (notification == null) {
            throw NotFound.of("Notification");
        }
        boolean own = notification.recipient().equals(caller.organization());
        if (!(own || caller.is(Roles.ADMIN)) || !caller.covers(notification.processCode())) {
            throw new NotAllowed().on(id);
        }
        entities.remove(notification);
        journal.record(Act.by(caller, AuditAction.NOTIFICATION_DELETED).on(notification.recipient(), id));
    }
}
