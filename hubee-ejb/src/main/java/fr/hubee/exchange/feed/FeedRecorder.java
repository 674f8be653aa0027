package fr.hubee.exchange.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.hubee.exchange.folder.FolderEvent;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Adds to the log what happens to cases, in the transaction of what happens. */
@ApplicationScoped
public class FeedRecorder {
    private static final ObjectWriter JSON = new JsonMapper().writerFor(CaseData.class);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * The {@code data} of an event: thin, so that nobody learns from it what only a reader of the case may know.
     *
     * @param eventId of the history; null where there is none
     * @param action of that event; null without one
     * @param status of the case
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CaseData(UUID caseId, String processCode, UUID eventId, ActionType action, CaseStatus status) {}

    void on(@Observes FolderEvent.CaseNotified event) {
        var data = new CaseData(event.caseId(), event.processCode(), null, null, CaseStatus.HUBEE_NOTIFIED);
        add(FeedType.RECEIVED, event.to(), data);
        add(FeedType.COMPLETE, event.from(), data);
    }

    /** Adds what is notified, and each new status. */
    void on(@Observes FolderEvent.CaseEventPassed event) {
        var changed = event.acknowledged() ? null : event.newStatus();
        if (event.notified() || changed != null) {
            var type = event.acknowledged()
                    ? FeedType.READ
                    : changed == null ? FeedType.of(event.action()) : FeedType.of(changed);
            var data = new CaseData(
                    event.caseId(), event.processCode(), event.eventId(), event.action(), event.caseStatus());
            add(type, event.to(), data);
        }
    }

    void on(@Observes FolderEvent.StatusSet event) {
        var data = new CaseData(event.caseId(), event.processCode(), null, null, event.status());
        add(FeedType.of(event.status()), event.to(), data);
    }

    /** Tells both parties of these cases that they are archived, and their files deleted. */
    public void purged(Collection<UUID> cases) {
        List<?> rows = entities.createNativeQuery("""
                        select c.id, c.process_code, c.organization_type, c.company_register, c.branch_code,
                            f.osl_type, f.osl_company_register, f.osl_branch_code
                        from cases c join folder f on f.id = c.folder_id
                        where c.id = any (:cases) and c.status = 'ARCHIVED' order by c.id""")
                .setParameter("cases", cases.toArray(UUID[]::new))
                .getResultList();
        for (var each : rows) {
            var row = (Object[]) each;
            var data = new CaseData((UUID) row[0], (String) row[1], null, null, CaseStatus.ARCHIVED);
            add(FeedType.PURGED, key(row, 2), data);
            add(FeedType.PURGED, key(row, 5), data);
        }
    }

    /** Tells an organisation of the cases that were handed over to it, where a notification waits. */
    public void handedOver(OrganizationKey source, OrganizationKey target) {
        var cases = entities.createQuery("""
                        select distinct c.id, c.processCode, c.status from Case c join Notification n on n.caseId = c.id
                        where n.recipient = :source and c.recipient = :target order by c.id""", Object[].class)
                .setParameter("source", source)
                .setParameter("target", target)
                .getResultList();
        for (var each : cases) {
            add(FeedType.RECEIVED, target, new CaseData((UUID) each[0], (String) each[1], null, null, (CaseStatus)
                    each[2]));
        }
    }

    private static OrganizationKey key(Object[] row, int first) {
        return new OrganizationKey(
                OrganizationType.valueOf((String) row[first]), (String) row[first + 1], (String) row[first + 2]);
    }

    private void add(FeedType type, OrganizationKey recipient, CaseData data) {
        entities.persist(
                new FeedEvent(type, data.caseId(), recipient, data.processCode(), json(data), clock.instant()));
    }

    private static String json(CaseData data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
