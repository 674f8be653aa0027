package fr.hubee.casework;

import fr.hubee.folder.Case;
import fr.hubee.folder.CaseEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a person is told of a case that was found for her: what happened to it last, and what was taken of it. */
@Dependent
class CaseWorkRepository {
    @PersistenceContext
    EntityManager entities;

    /** The last one that gave the case a status. */
    Optional<CaseEvent> lastMove(Case theCase) {
        return entities.createQuery("""
                        select e from CaseEvent e where e.theCase = :case and e.caseNewStatus is not null
                          and e.status <> fr.hubee.folder.status.EventStatus.IN_PROGRESS
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

    /** The files that were taken one by one since the case last moved to a status: see {@link DownloadRecorder}. */
    List<UUID> downloadedSince(Case theCase, Instant moment) {
        return entities.createQuery("""
                        select e.downloadedId from CaseEvent e where e.theCase = :case and e.createdAt >= :moment
                          and e.downloadedId is not null""", UUID.class)
                .setParameter("case", theCase)
                .setParameter("moment", moment)
                .getResultList();
    }
}
