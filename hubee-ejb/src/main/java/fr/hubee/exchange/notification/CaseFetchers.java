package fr.hubee.exchange.notification;

import fr.hubee.clients.client.LastCalls;
import fr.hubee.exchange.notification.CaseHandover.NewFetchers;
import fr.hubee.exchange.notification.CaseHandover.NotifiedSoftware;
import fr.hubee.kernel.database.Invalidation;
import fr.hubee.kernel.database.Invalidation.Subject;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Assigns moved cases to the reader of their new service: its software, or the portal, as its subscription says. If the subscription moves
 * too, so does its software, and nothing changes.
 */
@Dependent
class CaseFetchers {
    /**
     * Cases that change hands. Software gets those that nobody has opened, and those that other software has begun; those that people have
     * begun stay in the portal. The portal gets all cases that software had.
     */
    private static final String DUE = """
            cases c join subscription s on s.process_code = c.process_code and s.organization_type = :type
                and s.company_register = :register and s.branch_code = :branch
            where c.process_code <> all (:following)
              and (s.access_mode = 'API' and (c.status in ('HUBEE_COMPLETED', 'HUBEE_NOTIFIED', 'SENT')
                    or c.access_mode = 'API' and c.status in ('SI_RECEIVED', 'SI_INTG_ERROR', 'IN_PROGRESS', 'ADD_AWAITING'))
                or s.access_mode = 'PORTAIL' and c.access_mode = 'API' and c.archived_at is null)""";

    private static final String CHANGE = """
            with due as (
                select c.id, c.access_mode as former, s.access_mode as chosen from %s
                  and c.id in (select m.case_id from merged_case m where m.merge_id = :merge)),
            remembered as (
                update merged_case m set fetcher_changed = true, former_mode = due.former
                from due where m.merge_id = :merge and m.case_id = due.id)
            update cases c set access_mode = due.chosen from due where c.id = due.id""".formatted(DUE);

    /** Query that gives cases back; the former reader must be notified of those that have changed hands twice. */
    private static final String GIVE_BACK = """
            with going as (
                select c.id, m.former_mode, c.access_mode is distinct from m.former_mode and c.status not in ('DONE', 'REFUSED', 'CLOSED', 'ARCHIVED') as told
                from merged_case m join cases c on c.id = m.case_id
                where m.merge_id = :merge and m.fetcher_changed
                  and c.organization_type = :type and c.company_register = :register and c.branch_code = :branch),
            remembered as (
                update merged_case m set fetcher_changed = r.told from going r where m.merge_id = :merge and m.case_id = r.id)
            update cases c set access_mode = r.former_mode from going r where c.id = r.id""";

    private static final String UNKNOWN = """
            select c.id, c.process_code, f.osl_type, f.osl_company_register, f.osl_branch_code
            from merged_case m join cases c on c.id = m.case_id join folder f on f.id = c.folder_id
            where m.merge_id = :merge and m.fetcher_changed and c.access_mode = 'API' and c.organization_type = :type
              and c.company_register = :register and c.branch_code = :branch
              and not exists (select from notification n where n.case_id = c.id and n.event_id is null
                and n.organization_type = c.organization_type and n.company_register = c.company_register
                and n.branch_code = c.branch_code)
            order by c.transmitted_at, c.id""";

    private static final String REMEMBER = """
            update merged_case m set notification_id = n.id from notification n
            where m.merge_id = :merge and n.case_id = m.case_id and n.id = any (:ids)""";

    private static final String TAKE_BACK = """
            delete from notification n using merged_case m where m.merge_id = :merge and n.id = m.notification_id""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    PortalArrivals arrivals;

    @Inject
    Clock clock;

    @Inject
    Event<Invalidation> invalidations;

    /** @param following the démarches whose subscriptions move */
    NewFetchers count(OrganizationKey from, OrganizationKey to, Collection<String> following) {
        List<?> rows = of("""
                        select c.process_code, s.access_mode, count(*), (select string_agg(k.client_id, ', ' order by k.client_id)
                            from api_client k where k.revoked_at is null
                                and (k.subscription_id = s.id or k.subscription_id is null and %s))
                        from %s and c.organization_type = :fromType and c.company_register = :fromRegister
                          and c.branch_code = :fromBranch
                        group by c.process_code, s.id, s.access_mode order by c.process_code""".formatted(LastCalls.COVERS, DUE), to)
                .setParameter("following", following.toArray(String[]::new))
                .setParameter("fromType", from.type().name())
                .setParameter("fromRegister", from.companyRegister())
                .setParameter("fromBranch", from.branchCode())
                .getResultList();
        var software = new ArrayList<NotifiedSoftware>();
        long portal = 0;
        for (var each : rows) {
            var row = (Object[]) each;
            if (row[1].equals("API")) {
                software.add(new NotifiedSoftware((String) row[0], (Long) row[2], (String) row[3]));
            } else {
                portal += (Long) row[2];
            }
        }
        return new NewFetchers(software, portal);
    }

    void change(UUID merge, OrganizationKey to, Collection<String> following) {
        of(CHANGE, to)
                .setParameter("merge", merge)
                .setParameter("following", following.toArray(String[]::new))
                .executeUpdate();
        tell(merge, to);
    }

    /** Deletes the unread notifications of {@link #change}, before the cases go back; a client that has read one has fetched the case. */
    void release(UUID merge, OrganizationKey to) {
        entities.createNativeQuery(TAKE_BACK).setParameter("merge", merge).executeUpdate();
        of(GIVE_BACK, to).setParameter("merge", merge).executeUpdate();
    }

    /** Restores the former readers, after the cases have gone back. */
    void giveBack(UUID merge, OrganizationKey from) {
        tell(merge, from);
    }

    /** Notifies the new readers of the cases that they fetch, as of new ones. */
    private void tell(UUID merge, OrganizationKey recipient) {
        arrivals.add(merge);
        List<?> unknown = of(UNKNOWN, recipient).setParameter("merge", merge).getResultList();
        var told = unknown.stream()
                .map(Object[].class::cast)
                .map(row -> tell(recipient, row))
                .toArray(UUID[]::new);
        entities.flush();
        entities.createNativeQuery(REMEMBER)
                .setParameter("merge", merge)
                .setParameter("ids", told)
                .executeUpdate();
        invalidations.fire(new Invalidation(Subject.NOTIFICATION_QUEUE, recipient.toString()));
    }

    private UUID tell(OrganizationKey recipient, Object[] row) {
        var transmitter =
                new OrganizationKey(OrganizationType.valueOf((String) row[2]), (String) row[3], (String) row[4]);
        var told = new Notification(recipient, transmitter, (String) row[1], (UUID) row[0], null, clock.instant());
        entities.persist(told);
        return told.id();
    }

    private Query of(String sql, OrganizationKey recipient) {
        return entities.createNativeQuery(sql)
                .setParameter("type", recipient.type().name())
                .setParameter("register", recipient.companyRegister())
                .setParameter("branch", recipient.branchCode());
    }
}
