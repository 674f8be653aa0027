package fr.hubee.exchange.notification;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
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

/** The unread notifications of a party; its software polls them. */
@Stateless
@RolesAllowed({Roles.OSL, Roles.SI, Roles.ADMIN})
public class NotificationFeedService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    NotificationQueue queue;

    @Inject
    EmptyQueues emptyQueues;

    @Inject
    AuditJournal journal;

    /** The oldest notifications of the caller's queue, within the démarches of its credentials. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS) // a single query, or none: the most frequent call of all
    public List<NotificationLine> next(Caller caller, QueueQuery query) {
        var codes = covered(caller, query.processCodes());
        if (caller.is(Roles.ADMIN)) {
            return queue.ofEverybody(codes, query);
        }
        if (codes.isEmpty()) {
            return List.of();
        }
        if (query.last() != null) { // an end is no empty queue
            return queue.of(caller.organization(), codes, query);
        }
        return emptyQueues.read(caller.organization(), codes, () -> queue.of(caller.organization(), codes, query));
    }

    private static Set<String> covered(Caller caller, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return caller.processCodes();
        }
        return Set.copyOf(wanted.stream().filter(caller::covers).toList());
    }

    /** Removes a notification from the queue permanently. */
    public void delete(Caller caller, UUID id) {
        var recipient = queue.remove(caller.organization(), caller.processCodes(), id)
                ? caller.organization()
                : removeAsAdministrator(caller, id);
        journal.record(Act.by(caller, AuditAction.NOTIFICATION_DELETED).on(recipient, id));
    }

    private OrganizationKey removeAsAdministrator(Caller caller, UUID id) {
        var notification = entities.find(Notification.class, id);
        if (notification == null) {
            throw NotFound.of("Notification");
        }
        if (!caller.is(Roles.ADMIN) || !caller.covers(notification.processCode())) {
            throw new NotAllowed().on(id);
        }
        entities.remove(notification);
        return notification.recipient();
    }
}
