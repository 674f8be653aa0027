package fr.hubee.exchange.notification;

import fr.hubee.kernel.database.Invalidation;
import fr.hubee.kernel.database.Invalidation.Subject;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Notifies software of the cases that it fetches since a merge, or since its undoing, as of new ones. */
@ApplicationScoped
class FetcherNotifications {
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
    Clock clock;

    @Inject
    Event<Invalidation> invalidations;

    void on(@Observes FetchersChanged event) {
        var recipient = event.recipient();
        List<?> unknown = entities.createNativeQuery(UNKNOWN)
                .setParameter("merge", event.merge())
                .setParameter("type", recipient.type().name())
                .setParameter("register", recipient.companyRegister())
                .setParameter("branch", recipient.branchCode())
                .getResultList();
        var told = unknown.stream()
                .map(Object[].class::cast)
                .map(row -> tell(recipient, row))
                .toArray(UUID[]::new);
        entities.flush();
        entities.createNativeQuery(REMEMBER)
                .setParameter("merge", event.merge())
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

    /** Deletes unread ones only: a client that has read one has fetched the case. */
    void on(@Observes FetchersReturn event) {
        entities.createNativeQuery(TAKE_BACK)
                .setParameter("merge", event.merge())
                .executeUpdate();
    }
}
