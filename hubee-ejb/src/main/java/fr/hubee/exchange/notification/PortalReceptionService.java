package fr.hubee.exchange.notification;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.SubscriptionLookup;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.CaseRecorder;
import fr.hubee.exchange.folder.NewCaseEvent;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.Party;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The portal as the client of its services (specification §5.11): it does the work of their software. It fetches
 * transmitted cases, and again those to which something was added; acknowledges the operator's events, and empties the services' queues.
 */
@Stateless
@RolesAllowed(RoleNames.BATCH)
public class PortalReceptionService {
    @Inject
    PortalArrivals arrivals;

    @Inject
    CaseRecorder recorder;

    @Inject
    SubscriptionLookup subscriptions;

    @Inject
    NotificationWriter notifications;

    @Inject
    Event<CaseShown> shown;

    /**
     * The cases with something to fetch.
     *
     * @param last after this one
     */
    public List<UUID> waiting(UUID last, int most) {
        return arrivals.after(last, most);
    }

    /** @return false when another server does or did it, and when the service's software must fetch it */
    public boolean receive(UUID caseId) {
        if (!arrivals.take(caseId)) {
            return false;
        }
        var theCase = arrivals.taken(caseId);
        boolean early = theCase.awaitsAccessMode();
        if (early) {
            arrive(theCase);
        }
        if (theCase.accessMode() != AccessMode.PORTAIL) {
            return false;
        }
        var reader = theCase.recipient();
        for (var event : arrivals.unread(theCase, reader)) {
            recorder.acknowledge(Caller.HUB, theCase, reader, event);
        }
        if (theCase.status().isToBeFetched() || theCase.isBack()) {
            if (!early) { // that one waited for its service, not for the hub
                shown.fire(new CaseShown(theCase.isBack() ? theCase.completedAt() : theCase.updatedAt()));
            }
            recorder.record(Caller.HUB, theCase, Party.RECIPIENT, reader, fetching(theCase.status()));
        }
        notifications.fetched(caseId, reader);
        return true;
    }

    /** The case came before its service had chosen an access mode: applies the mode chosen since, or keeps waiting. */
    private void arrive(Case theCase) {
        subscriptions
                .accessModeNow(theCase.processCode(), theCase.recipient())
                .ifPresentOrElse(chosen -> recorder.arriveIn(theCase, chosen), () -> arrivals.note(theCase));
    }

    private static NewCaseEvent fetching(CaseStatus before) {
        return new NewCaseEvent(
                ActionType.STATUS_UPDATE,
                Words.text("exchange.portalAuthor"),
                null,
                null,
                true,
                before.name(),
                CaseStatus.SENT,
                null,
                List.of(),
                NewCaseEvent.OF_PORTAL);
    }

    /**
     * A case is in the list of a service that works in the portal.
     *
     * @param since when its operator gave it to the service
     */
    public record CaseShown(Instant since) {}
}
