package fr.hubee.exchange.notification;

import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
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

    @PersistenceContext
    EntityManager entities;

    @Inject
    Event<FetchersChanged> changes;

    @Inject
    Event<FetchersReturn> returns;

    /** @param following the démarches whose subscriptions move */
    NewFetchers count(OrganizationKey from, OrganizationKey to, Collection<String> following) {
        var counts = of("""
                        select count(*) filter (where s.access_mode = 'API'), count(*) filter (where s.access_mode = 'PORTAIL')
                        from %s and c.organization_type = :fromType and c.company_register = :fromRegister
                          and c.branch_code = :fromBranch""".formatted(DUE), to)
                .setParameter("following", following.toArray(String[]::new))
                .setParameter("fromType", from.type().name())
                .setParameter("fromRegister", from.companyRegister())
                .setParameter("fromBranch", from.branchCode())
                .getSingleResult();
        var row = (Object[]) counts;
        return new NewFetchers(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    void change(UUID merge, OrganizationKey to, Collection<String> following) {
        of(CHANGE, to)
                .setParameter("merge", merge)
                .setParameter("following", following.toArray(String[]::new))
                .executeUpdate();
        changes.fire(new FetchersChanged(merge, to));
    }

    /** Deletes the unread notifications of {@link #change}, before the cases go back. */
    void release(UUID merge, OrganizationKey to) {
        returns.fire(new FetchersReturn(merge));
        of(GIVE_BACK, to).setParameter("merge", merge).executeUpdate();
    }

    /** Restores the former readers, after the cases have gone back. */
    void giveBack(UUID merge, OrganizationKey from) {
        changes.fire(new FetchersChanged(merge, from));
    }

    private Query of(String sql, OrganizationKey recipient) {
        return entities.createNativeQuery(sql)
                .setParameter("type", recipient.type().name())
                .setParameter("register", recipient.companyRegister())
                .setParameter("branch", recipient.branchCode());
    }
}
