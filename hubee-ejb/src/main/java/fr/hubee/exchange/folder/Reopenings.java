package fr.hubee.exchange.folder;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out whether the request with which an operator sets a case to be fetched again and an event of the operator are one change: clients
 * send both, in either order (ADR 01). The mails of the service tell of it once.
 */
@Dependent
class Reopenings {
    private static final Duration ONE_CHANGE = Duration.ofMinutes(10);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** Whether the operator's last event tells of it: a moment ago, or once the files are there. */
    boolean isReportedByEvent(Case theCase) {
        return lastAct(theCase)
                .filter(event -> !event.transmitter().equals(theCase.recipient()))
                .filter(CaseEvent::mayNotifyAgain)
                .filter(event ->
                        event.isInProgress() || isRecent(event.sentAt() == null ? event.createdAt() : event.sentAt()))
                .isPresent();
    }

    /** Whether the operator has set it to be fetched again a moment ago, and has added nothing to its history since. */
    boolean isReportedBefore(Case theCase) {
        return theCase.status().isToBeSeen()
                && isRecent(theCase.updatedAt())
                && lastAct(theCase)
                        .filter(event -> event.transmitter().equals(theCase.recipient()))
                        .isPresent();
    }

    private boolean isRecent(Instant at) {
        return at != null && at.isAfter(clock.instant().minus(ONE_CHANGE));
    }

    /** Returns the newest event that is more than the fetching of the case. */
    private Optional<CaseEvent> lastAct(Case theCase) {
        return entities.createQuery("""
                        select e from CaseEvent e where e.theCase = :case and (e.transmitter <> :recipient
                          or e.caseNewStatus is null or e.caseNewStatus <> fr.hubee.exchange.status.CaseStatus.SENT)
                        order by e.createdAt desc, e.id desc""", CaseEvent.class)
                .setParameter("case", theCase)
                .setParameter("recipient", theCase.recipient())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
