package fr.hubee.exchange.notification;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.CaseEvent;
import fr.hubee.exchange.folder.FolderEvent;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/**
 * Records the cases that the portal must fetch: those whose service works in the portal, after an action of the
 * operator; and those whose service has not chosen its access mode, until it has.
 *
 * <p>A separate table, since an index on statuses would slow down every change of status.
 */
@ApplicationScoped
class PortalArrivals {
    @PersistenceContext
    EntityManager entities;

    void on(@Observes FolderEvent event) {
        var theCase = RowLookup.find(entities, Case.class, event.caseId());
        if (event.to().equals(theCase.recipient())) {
            add(theCase);
        }
    }

    /** Records the cases that the portal fetches for other services since a merge, or since its undoing. */
    void add(UUID merge) {
        entities.createNativeQuery("""
                        insert into portal_arrival (case_id)
                        select c.id from merged_case m join cases c on c.id = m.case_id
                        where m.merge_id = :merge and m.fetcher_changed and c.access_mode = 'PORTAIL'
                        on conflict do nothing""").setParameter("merge", merge).executeUpdate();
    }

    /** Records it again if it must still be fetched. */
    void note(Case theCase) {
        if (theCase.status().isToBeFetched()) {
            add(theCase);
        }
    }

    private void add(Case theCase) {
        if (theCase.accessMode() == AccessMode.PORTAIL || theCase.awaitsAccessMode()) {
            // the case is stored: a flush here would compare each case of the folder again
            entities.createNativeQuery("insert into portal_arrival (case_id) values (:case) on conflict do nothing")
                    .setFlushMode(FlushModeType.COMMIT)
                    .setParameter("case", theCase.id())
                    .executeUpdate();
        }
    }

    /** The next ones, ordered by identifier, except those still waiting for an access mode. */
    @SuppressWarnings("unchecked") // a native query of one column
    List<UUID> after(UUID last, int most) {
        return entities.createNativeQuery("""
                        select a.case_id from portal_arrival a join cases c on c.id = a.case_id
                        where a.case_id > :last
                          and (c.access_mode is not null
                            or c.status not in ('HUBEE_COMPLETED', 'HUBEE_NOTIFIED')
                            or exists (select 1 from subscription s where s.access_mode is not null
                              and s.process_code = c.process_code and s.company_register = c.company_register
                              and s.branch_code = c.branch_code and s.organization_type = c.organization_type))
                        order by a.case_id limit :most""", UUID.class)
                .setParameter("last", last)
                .setParameter("most", most)
                .getResultList();
    }

    /**
     * Removes one, and locks its folder's row as every change of a case does.
     *
     * @return false when another transaction holds it, or has removed it
     */
    boolean take(UUID caseId) {
        boolean held = !entities.createNativeQuery("""
                        select 1 from folder f where f.id = (select c.folder_id from cases c where c.id = :case)
                        for no key update skip locked""")
                .setParameter("case", caseId)
                .getResultList()
                .isEmpty();
        return held
                && entities.createNativeQuery("delete from portal_arrival where case_id = :case")
                                .setParameter("case", caseId)
                                .executeUpdate()
                        == 1;
    }

    Case taken(UUID caseId) {
        return RowLookup.find(entities, Case.class, caseId);
    }

    /** Events that the operator sent and nobody has acknowledged. */
    List<CaseEvent> unread(Case theCase, OrganizationKey reader) {
        return entities.createQuery("""
                        select e from CaseEvent e where e.theCase = :case and e.transmitter <> :reader
                          and e.status = fr.hubee.exchange.status.EventStatus.SENT order by e.createdAt, e.id""", CaseEvent.class)
                .setParameter("case", theCase)
                .setParameter("reader", reader)
                .getResultList();
    }
}
