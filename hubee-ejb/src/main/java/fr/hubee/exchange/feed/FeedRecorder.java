package fr.hubee.exchange.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.hubee.exchange.folder.FolderEvent;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
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

    void on(@Observes FolderEvent.LateFileReceived event) {
        var data = new CaseData(event.caseId(), event.processCode(), null, null, event.caseStatus());
        add(FeedType.COMPLEMENT, event.to(), data);
    }

    void on(@Observes FolderEvent.StatusSet event) {
        var data = new CaseData(event.caseId(), event.processCode(), null, null, event.status());
        add(FeedType.of(event.status()), event.to(), data);
    }

    /** Tells both parties of these cases that they will be archived soon, and their files deleted. */
    public void purgedSoon(Collection<UUID> cases) {
        tell(FeedType.PURGE_SOON, "c.status = 'CLOSED'", cases);
    }

    /** Tells both parties of these cases that they are archived, and their files deleted. */
    public void purged(Collection<UUID> cases) {
        tell(FeedType.PURGED, "c.status = 'ARCHIVED'", cases);
    }

    /** Tells an organisation of the cases that were handed over to it, where a notification waits. */
    public void handedOver(OrganizationKey source, OrganizationKey target) {
        var cases = entities.createQuery("""
                        select distinct c.id from Case c join Notification n on n.caseId = c.id
                        where n.recipient = :source and c.recipient = :target""", UUID.class)
                .setParameter("source", source)
                .setParameter("target", target)
                .getResultList();
        tell(FeedType.RECEIVED, "p.type = 'SI'", cases);
    }

    /** @param whom the condition for a case {@code c} and one of its two parties {@code p} */
    private void tell(FeedType type, String whom, Collection<UUID> cases) {
        entities.createNativeQuery("""
                        insert into feed_unsealed (id, aggregateid, type, payload, occurred_at, process_code,
                            organization_type, company_register, branch_code)
                        select gen_random_uuid(), c.id, :type,
                            jsonb_build_object('caseId', c.id, 'processCode', c.process_code, 'status', c.status),
                            :now, c.process_code, p.type, p.company_register, p.branch_code
                        from cases c join folder f on f.id = c.folder_id cross join lateral (values
                            (c.organization_type, c.company_register, c.branch_code),
                            (f.osl_type, f.osl_company_register, f.osl_branch_code)) p(type, company_register, branch_code)
                        where c.id = any (:cases) and""" + " " + whom + " order by c.id")
                .setParameter("type", type.text())
                .setParameter("now", clock.instant())
                .setParameter("cases", cases.toArray(UUID[]::new))
                .executeUpdate();
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
