package fr.hubee.exchange.notification;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Moves the cases of a merge, one statement for all of a kind; the calling service checks the permissions. Which ones moved is
 * recorded, and only those go back.
 */
@Dependent
public class CaseHandover {
    private static final String OF = """
            c.organization_type = :type and c.company_register = :register and c.branch_code = :branch""";

    private static final String MOVED =
            "select m.case_id from merged_case m join cases c on c.id = m.case_id where m.merge_id = :merge and " + OF;

    @PersistenceContext
    EntityManager entities;

    @Inject
    NotificationWriter notifications;

    @Inject
    AuditJournal journal;

    @Inject
    CaseFetchers fetchers;

    /**
     * Returns the number of cases that others would fetch.
     *
     * @param following the démarches whose subscriptions move
     */
    public NewFetchers newFetchers(OrganizationKey from, OrganizationKey to, Collection<String> following) {
        return fetchers.count(from, to, following);
    }

    /**
     * Moves all cases of an organisation to its successor, and notifies those that fetch for it.
     *
     * @param following the démarches whose subscriptions move
     * @return how many
     */
    public int move(Caller caller, UUID merge, OrganizationKey from, OrganizationKey to, Collection<String> following) {
        hold("select c.folder_id from cases c where " + OF, from, null);
        of(
                        "insert into merged_case (merge_id, case_id, version) select :merge, c.id, c.version + 1 from cases c where "
                                + OF,
                        from)
                .setParameter("merge", merge)
                .executeUpdate();
        int moved = pass(caller, merge, from, to);
        fetchers.change(merge, to, following);
        return moved;
    }

    /**
     * Gives back those that the successor still has, with all that happened to them since.
     *
     * @return how many
     */
    public int giveBack(Caller caller, UUID merge, OrganizationKey from, OrganizationKey to) {
        hold(
                "select c.folder_id from merged_case m join cases c on c.id = m.case_id where m.merge_id = :merge and "
                        + OF,
                to,
                merge);
        fetchers.release(merge, to);
        int returned = pass(caller, merge, to, from);
        fetchers.giveBack(merge, from);
        entities.createNativeQuery("delete from merged_case where merge_id = :merge")
                .setParameter("merge", merge)
                .executeUpdate();
        return returned;
    }

    /** Locks the folders as a change of one case does: concurrent changes wait, and then find the case where it is. */
    private void hold(String folders, OrganizationKey recipient, UUID merge) {
        var query =
                of("select 1 from folder f where f.id in (" + folders + ") order by f.id for no key update", recipient);
        if (merge != null) {
            query.setParameter("merge", merge);
        }
        query.getResultList();
    }

    /** Moves the cases and the events of their service to the new service, which is now responsible for them. */
    private int pass(Caller caller, UUID merge, OrganizationKey source, OrganizationKey target) {
        var events = """
                update case_event set transmitter_type = :newType, transmitter_company_register = :newRegister,
                    transmitter_branch_code = :newBranch
                where transmitter_type = :type and transmitter_company_register = :register
                  and transmitter_branch_code = :branch and case_id in (%s)""".formatted(MOVED);
        change(events, merge, source, target);
        var cases = """
                update cases set organization_type = :newType, company_register = :newRegister, branch_code = :newBranch,
                    version = version + 1
                where id in (%s)""".formatted(MOVED);
        int moved = change(cases, merge, source, target);
        journal.record(
                Act.by(caller, AuditAction.CASES_MIGRATED).on(source, target).with(Changes.of("cases", moved)));
        notifications.follow(source, target);
        return moved;
    }

    private int change(String update, UUID merge, OrganizationKey source, OrganizationKey target) {
        return of(update, source)
                .setParameter("merge", merge)
                .setParameter("newType", target.type().name())
                .setParameter("newRegister", target.companyRegister())
                .setParameter("newBranch", target.branchCode())
                .executeUpdate();
    }

    /** Returns what {@link #giveBack} would do. */
    public MovedCases previewReturn(UUID merge, OrganizationKey to, Instant mergedAt) {
        var returning = new TreeMap<String, Long>();
        long changed = 0;
        for (var row : rows(of("""
                        select c.process_code, count(*), count(*) filter (where c.version <> m.version)
                        from merged_case m join cases c on c.id = m.case_id
                        where m.merge_id = :merge and %s group by c.process_code""".formatted(OF), to).setParameter("merge", merge))) {
            returning.put((String) row[0], number(row[1]));
            changed += number(row[2]);
        }
        var all = entities.createNativeQuery("select count(*) from merged_case where merge_id = :merge")
                .setParameter("merge", merge)
                .getSingleResult();
        long elsewhere = number(all)
                - returning.values().stream().mapToLong(Long::longValue).sum();
        return new MovedCases(returning, changed, elsewhere, arrived(merge, to, mergedAt));
    }

    private SortedMap<String, Long> arrived(UUID merge, OrganizationKey to, Instant mergedAt) {
        var counts = new TreeMap<String, Long>();
        for (var row :
                rows(of("""
                        select c.process_code, count(*) from cases c where %s and c.created_at >= :since
                          and not exists (select from merged_case m where m.merge_id = :merge and m.case_id = c.id)
                        group by c.process_code""".formatted(OF), to).setParameter("merge", merge).setParameter("since", mergedAt))) {
            counts.put((String) row[0], number(row[1]));
        }
        return counts;
    }

    /** Returns an organisation's number of unread notifications. */
    public long unread(OrganizationKey recipient) {
        return entities.createQuery("select count(n) from Notification n where n.recipient = :recipient", Long.class)
                .setParameter("recipient", recipient)
                .getSingleResult();
    }

    /** Returns the number of unread notifications that a merge added for the successor's software. */
    public long unreadAddedBy(UUID merge) {
        return number(
                entities.createNativeQuery("""
                        select count(*) from merged_case m join notification n on n.id = m.notification_id
                        where m.merge_id = :merge""").setParameter("merge", merge).getSingleResult());
    }

    /** Returns an organisation's number of unread notifications of cases that a merge moved. */
    public long unread(OrganizationKey recipient, UUID merge) {
        return number(of("""
                        select count(*) from notification n join merged_case m on m.case_id = n.case_id
                        where m.merge_id = :merge and n.organization_type = :type and n.company_register = :register
                          and n.branch_code = :branch""", recipient).setParameter("merge", merge).getSingleResult());
    }

    private Query of(String sql, OrganizationKey recipient) {
        return entities.createNativeQuery(sql)
                .setParameter("type", recipient.type().name())
                .setParameter("register", recipient.companyRegister())
                .setParameter("branch", recipient.branchCode());
    }

    private static Collection<Object[]> rows(Query query) {
        List<?> found = query.getResultList();
        return found.stream().map(Object[].class::cast).toList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /**
     * The cases of a merge that others fetch than before.
     *
     * @param notified the software of their new service, to which they are notified, by démarche
     * @param portal number of those that are now fetched by the portal, where their new service works
     */
    public record NewFetchers(List<NotifiedSoftware> notified, long portal) {

        /** Returns the number of cases that are notified. */
        public long software() {
            return notified.stream().mapToLong(NotifiedSoftware::cases).sum();
        }
    }

    /** @param clients the identifiers of the software, with commas; null when it has none yet */
    public record NotifiedSoftware(String processCode, long cases, String clients) {}

    /**
     * The cases that a merge moved, and those that have come since.
     *
     * @param returning number of those that its undoing gives back, by the code of their démarche
     * @param changed number of these that have changed since the merge
     * @param elsewhere number of cases that the successor no longer has
     * @param arrived number of those that the successor received since, by démarche
     */
    public record MovedCases(
            SortedMap<String, Long> returning, long changed, long elsewhere, SortedMap<String, Long> arrived) {

        public long allReturning() {
            return all(returning);
        }

        public long allArrived() {
            return all(arrived);
        }

        private static long all(SortedMap<String, Long> counts) {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
