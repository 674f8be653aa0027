package fr.hubee.desk.casework;

import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.CaseEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks up the last change of a case and its downloads. Access to the case was checked before. */
@Dependent
class CaseWorkRepository {
    @PersistenceContext
    EntityManager entities;

    /** The last event that set the status. */
    Optional<CaseEvent> lastMove(Case theCase) {
        return entities.createQuery("""
                        select e from CaseEvent e where e.theCase = :case and e.caseNewStatus is not null
                          and e.status <> fr.hubee.exchange.status.EventStatus.IN_PROGRESS
                        order by e.createdAt desc, e.id desc""", CaseEvent.class)
                .setParameter("case", theCase)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    String recipientName(Case theCase) {
        return entities.createQuery("select o.name from Organization o where o.key = :recipient", String.class)
                .setParameter("recipient", theCase.recipient())
                .getSingleResult();
    }

    Optional<CaseEvent> lastEvent(Case theCase) {
        return entities.createQuery(
                        "select e from CaseEvent e where e.theCase = :case order by e.createdAt desc, e.id desc",
                        CaseEvent.class)
                .setParameter("case", theCase)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The files downloaded one by one since the last change of status: see {@link CaseDownloadService.DownloadRecorder}. */
    List<UUID> downloadedSince(Case theCase, Instant moment) {
        return entities.createQuery("""
                        select e.downloadedId from CaseEvent e where e.theCase = :case and e.createdAt >= :moment
                          and e.downloadedId is not null""", UUID.class)
                .setParameter("case", theCase)
                .setParameter("moment", moment)
                .getResultList();
    }
}
