package fr.hubee.desk.watch;

import fr.hubee.desk.caselist.CaseListService.CaseNeighbours;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The queue of a service's people: unfinished cases that arrived in the portal, in their démarches. Cases completed by the applicant are few, and have an index of their own; the rest is read in the order of the
 * index {@code cases_that_wait}, which has the same condition. Both are merged here: sorting in the database would read the whole queue.
 */
@Stateless
@RolesAllowed(RoleNames.READ_FOLDERS)
public class WaitingCaseService {
    private static final String QUEUE = """
            from Case c where c.recipient = :recipient and c.processCode in (:codes)
                and (c.accessMode is null or c.accessMode <> fr.hubee.directory.subscription.AccessMode.API)
                and c.status in (fr.hubee.exchange.status.CaseStatus.SENT, fr.hubee.exchange.status.CaseStatus.SI_RECEIVED,
                    fr.hubee.exchange.status.CaseStatus.IN_PROGRESS)""";

    private static final String LINES = """
            select new fr.hubee.desk.watch.WaitingCase(c.id, c.externalId, c.processCode,
                (select p.details.name from Process p where p.code = c.processCode), c.folder.applicant.lastName,
                c.folder.applicant.firstName, c.status, c.milestones, c.transmittedAt, c.completedAt, c.updatedAt)\s""" + QUEUE;

    /** Orders identifiers as the database does. */
    private static final Comparator<WaitingCase> ORDER = Comparator.comparing(WaitingCase::since)
            .thenComparing(line -> line.id().toString());

    /** @param since the column of {@link WaitingCase#since()} */
    private record Part(String condition, String since) {
        static final Part COMPLETED = new Part(" and c.completedAt is not null", "c.completedAt");
        static final Part REST = new Part(" and c.completedAt is null", "c.transmittedAt");

        String from(String side) {
            return condition + " and %1$s %2$s= :at and (%1$s %2$s :at or c.id %2$s :id)".formatted(since, side);
        }

        String order(String way) {
            return " order by %1$s%2$s, c.id%2$s".formatted(since, way);
        }
    }

    @PersistenceContext
    EntityManager entities;

    /** Returns the cases that wait, those that have waited for longest first. */
    public Page<WaitingCase> page(Caller caller, int offset, int maxResult) {
        return caller.processCodes().isEmpty()
                ? new Page<>(List.of(), 0, 0)
                : new Page<>(oldest(caller, offset, maxResult), offset, count(caller));
    }

    /**
     * Returns the cases before and after the place of a case that is in the queue, or was.
     *
     * @param since see {@link WaitingCase#since()}
     */
    public CaseNeighbours neighbours(Caller caller, Instant since, UUID id) {
        if (caller.processCodes().isEmpty()) {
            return new CaseNeighbours(null, null);
        }
        var before = nearest(caller, "<", " desc", since, id).max(ORDER).map(WaitingCase::id);
        var after = nearest(caller, ">", "", since, id).min(ORDER).map(WaitingCase::id);
        return new CaseNeighbours(before.orElse(null), after.orElse(null));
    }

    private List<WaitingCase> oldest(Caller caller, int offset, int most) {
        var completed = lines(caller, Part.COMPLETED.condition() + Part.COMPLETED.order(""))
                .getResultList();
        int left = Math.max(
                0, offset - completed.size()); // of the rest, so many are before the page wherever the others stand
        var rest = lines(caller, Part.REST.condition() + Part.REST.order(""))
                .setFirstResult(left)
                .setMaxResults(completed.size() + most)
                .getResultList();
        return Stream.of(completed, rest)
                .flatMap(List::stream)
                .sorted(ORDER)
                .skip(offset - left)
                .limit(most)
                .toList();
    }

    private long count(Caller caller) {
        return of(caller, entities.createQuery("select count(*) " + QUEUE, Long.class))
                .getSingleResult();
    }

    private Stream<WaitingCase> nearest(Caller caller, String side, String way, Instant at, UUID id) {
        return Stream.of(Part.COMPLETED, Part.REST)
                .map(part -> lines(caller, part.from(side) + part.order(way)))
                .flatMap(query -> query.setParameter("at", at)
                        .setParameter("id", id)
                        .setMaxResults(1)
                        .getResultStream());
    }

    private TypedQuery<WaitingCase> lines(Caller caller, String more) {
        return of(caller, entities.createQuery(LINES + more, WaitingCase.class));
    }

    private static <T> TypedQuery<T> of(Caller caller, TypedQuery<T> query) {
        return query.setParameter("recipient", caller.organization()).setParameter("codes", caller.processCodes());
    }
}
