package fr.hubee.exchange.notification;

import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The unread notifications of a party; its software polls them. */
@Stateless
@RolesAllowed({RoleNames.OSL, RoleNames.SI, RoleNames.ADMIN})
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
        if (caller.is(RoleNames.ADMIN)) {
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
        var notification = RowLookup.find(entities, Notification.class, id);
        if (notification == null) {
            throw NotFound.of("Notification");
        }
        if (!caller.is(RoleNames.ADMIN) || !caller.covers(notification.processCode())) {
            throw new NotAllowed().because("OF_ANOTHER", caller.name()).on(id);
        }
        entities.remove(notification);
        return notification.recipient();
    }

    /**
     * Reads queues, oldest first.
     *
     * <p>Each démarche is read separately, in its own index range: the cost depends neither on the number of cases nor on
     * notifications for the organisation's other démarches.
     */
    @Dependent
    static class NotificationQueue {
        private static final String COLUMNS = """
                n.id, n.organization_type, n.company_register, n.branch_code,
                n.transmitter_type, n.transmitter_company_register, n.transmitter_branch_code,
                n.process_code, n.case_id, n.event_id, n.created_at""";

        private static final String OF_EACH_PROCESS = """
                from unnest(:codes) as wanted(code) cross join lateral (
                    select * from notification q
                    where q.company_register = :register and q.branch_code = :branch and q.organization_type = :type
                      and q.process_code = wanted.code and q.id > %s
                    order by q.id limit :most) n""";

        /** PostgreSQL plans it once; it would plan the one above each time, since it cannot know the number of codes. */
        private static final String OF_THE_PROCESS = """
                from (select * from notification q
                      where q.company_register = :register and q.branch_code = :branch and q.organization_type = :type
                        and q.process_code = :code and q.id > %s
                      order by q.id limit :most) n""";

        private static final String OF_EVERYBODY = """
                from (select * from notification n
                      where (cardinality(:codes) = 0 or n.process_code = any (:codes)) and n.id > %s
                      order by %s limit :most) n""";

        private static final String IN_ORDER = "n.id";

        private static final String WITH_PRIORITY = "(n.process_code = any (:priority)) desc, n.id";

        @PersistenceContext
        EntityManager entities;

        List<NotificationLine> of(OrganizationKey recipient, Collection<String> codes, QueueQuery wanted) {
            var query = codes.size() == 1
                    ? query(OF_THE_PROCESS.formatted(begin(wanted, ":code")), wanted)
                            .setParameter("code", codes.iterator().next())
                    : query(OF_EACH_PROCESS.formatted(begin(wanted, "wanted.code")), wanted)
                            .setParameter("codes", codes.toArray(String[]::new));
            return lines(query.setParameter("type", recipient.type().name())
                    .setParameter("register", recipient.companyRegister())
                    .setParameter("branch", recipient.branchCode()));
        }

        List<NotificationLine> ofEverybody(Collection<String> codes, QueueQuery wanted) {
            var source = OF_EVERYBODY.formatted(begin(wanted, "n.process_code"), order(wanted));
            return lines(query(source, wanted).setParameter("codes", codes.toArray(String[]::new)));
        }

        /** @return false when no queue of the recipient's démarches has it */
        boolean remove(OrganizationKey recipient, Collection<String> codes, UUID id) {
            return entities.createNativeQuery("""
                                    delete from notification where id = :id and organization_type = :type
                                      and company_register = :register and branch_code = :branch and process_code = any (:codes)""")
                            .setParameter("id", id)
                            .setParameter("type", recipient.type().name())
                            .setParameter("register", recipient.companyRegister())
                            .setParameter("branch", recipient.branchCode())
                            .setParameter("codes", codes.toArray(String[]::new))
                            .executeUpdate()
                    == 1;
        }

        private Query query(String source, QueueQuery wanted) {
            var details = wanted.eventDetails() ? ", e.action_type, e.status " : ", null, null ";
            var event = wanted.eventDetails() ? " left join case_event e on e.id = n.event_id" : "";
            var query = entities.createNativeQuery(
                    "select " + COLUMNS + details + source + event + " order by " + order(wanted) + " limit :most");
            if (!wanted.priority().isEmpty()) {
                query.setParameter("priority", wanted.priority().toArray(String[]::new))
                        .setParameter("first", wanted.afterFirst());
            }
            return query.setParameter("others", wanted.afterOthers()).setParameter("most", wanted.maxResult());
        }

        private static String order(QueueQuery wanted) {
            return wanted.priority().isEmpty() ? IN_ORDER : WITH_PRIORITY;
        }

        /** Returns the identifier after which the queue of a démarche is read. */
        private static String begin(QueueQuery wanted, String code) {
            return wanted.priority().isEmpty()
                    ? ":others"
                    : "case when " + code + " = any (:priority) then :first else :others end";
        }

        @SuppressWarnings("unchecked") // a native query of several columns
        private static List<NotificationLine> lines(Query query) {
            List<Object[]> rows = query.getResultList();
            return rows.stream().map(NotificationQueue::line).toList();
        }

        private static NotificationLine line(Object[] row) {
            return new NotificationLine(
                    (UUID) row[0],
                    key(row, 1),
                    key(row, 4),
                    (String) row[7],
                    (UUID) row[8],
                    (UUID) row[9],
                    (Instant) row[10],
                    row[11] == null ? null : ActionType.valueOf((String) row[11]),
                    row[12] == null ? null : EventStatus.valueOf((String) row[12]));
        }

        private static OrganizationKey key(Object[] row, int first) {
            return new OrganizationKey(
                    OrganizationType.valueOf((String) row[first]), (String) row[first + 1], (String) row[first + 2]);
        }
    }
}
