package fr.hubee.todo;

import fr.hubee.security.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Queries of the queue; the index {@code cases_that_wait} has the same condition. */
@Dependent
class WaitingCaseRepository {
    private static final String QUEUE = """
            from Case c where c.recipient = :recipient and c.processCode in (:codes)
                and (c.accessMode is null or c.accessMode <> fr.hubee.subscription.AccessMode.API)
                and c.status in (fr.hubee.folder.status.CaseStatus.SENT, fr.hubee.folder.status.CaseStatus.SI_RECEIVED,
                    fr.hubee.folder.status.CaseStatus.IN_PROGRESS)""";

    private static final String OLDEST = """
            select new fr.hubee.todo.WaitingCase(c.id, c.externalId, c.processCode,
                (select p.name from Process p where p.code = c.processCode), c.folder.applicant.lastName,
                c.folder.applicant.firstName, c.status, c.milestones, c.transmittedAt, c.completedAt, c.updatedAt)\s""" + QUEUE + " order by c.transmittedAt, c.id";

    @PersistenceContext
    EntityManager entities;

    List<WaitingCase> oldest(Caller caller, int most) {
        return of(caller, entities.createQuery(OLDEST, WaitingCase.class))
                .setMaxResults(most)
                .getResultList();
    }

    long count(Caller caller) {
        return of(caller, entities.createQuery("select count(*) " + QUEUE, Long.class))
                .getSingleResult();
    }

    QueueNeighbours neighbours(Caller caller, Instant at, UUID id) {
        return new QueueNeighbours(nearest(caller, "<", " desc", at, id), nearest(caller, ">", "", at, id));
    }

    private UUID nearest(Caller caller, String side, String order, Instant at, UUID id) {
        var query = """
                select c.id %1$s and c.transmittedAt %2$s= :at and (c.transmittedAt %2$s :at or c.id %2$s :id)
                order by c.transmittedAt%3$s, c.id%3$s""".formatted(QUEUE, side, order);
        return of(caller, entities.createQuery(query, UUID.class))
                .setParameter("at", at)
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private static <T> TypedQuery<T> of(Caller caller, TypedQuery<T> query) {
        return query.setParameter("recipient", caller.organization()).setParameter("codes", caller.processCodes());
    }
}
