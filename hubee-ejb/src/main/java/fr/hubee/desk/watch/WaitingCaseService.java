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
 * The queue of a service's people: cases in the portal, in their démarches. First those whose applicant has answered, whatever their status,
 * until an agent has seen it; then the unfinished ones. Answered and completed cases are few, and have indexes of their own; the rest is read
 * in the order of the index {@code cases_that_wait}, which has the same condition. Completed ones and the rest are merged here: sorting in
 * the database would read the whole queue.
 */
@Stateless
@RolesAllowed(RoleNames.READ_FOLDERS)
public class WaitingCaseService {
    private static final String HERS = """
            from Case c where c.recipient = :recipient and c.processCode in (:codes)
                and (c.accessMode is null or c.accessMode <> fr.hubee.directory.subscription.AccessMode.API)""";

    private static final String ANSWERED = HERS + """
             and c.answers.unseenSince is not null and c.status not in (fr.hubee.exchange.status.CaseStatus.HUBEE_COMPLETED,
                fr.hubee.exchange.status.CaseStatus.HUBEE_NOTIFIED, fr.hubee.exchange.status.CaseStatus.ARCHIVED)""";

    private static final String UNFINISHED = HERS + """
             and c.answers.unseenSince is null and c.status in (fr.hubee.exchange.status.CaseStatus.SENT,
                fr.hubee.exchange.status.CaseStatus.SI_RECEIVED, fr.hubee.exchange.status.CaseStatus.IN_PROGRESS)""";

    private static final String LINES = """
            select new fr.hubee.desk.watch.WaitingCase(c.id, c.externalId, c.processCode,
                (select p.details.name from Process p where p.code = c.processCode), c.folder.applicant.lastName,
                c.folder.applicant.firstName, c.status, c.milestones, c.transmittedAt, c.completedAt, c.answers, c.updatedAt)\s""";

    /** Orders identifiers as the database does. */
    private static final Comparator<WaitingCase> ORDER = Comparator.comparing(WaitingCase::since)
            .thenComparing(line -> line.id().toString());

    /** @param since the column of {@link WaitingCase#since()} */
    private record Part(String from, String since) {
        static final Part ANSWERED = new Part(WaitingCaseService.ANSWERED, "c.answers.unseenSince");
        static final Part COMPLETED = new Part(UNFINISHED + " and c.completedAt is not null", "c.completedAt");
        static final Part REST = new Part(UNFINISHED + " and c.completedAt is null", "c.transmittedAt");

        String ordered(String way) {
            return from + " order by %1$s%2$s, c.id%2$s".formatted(since, way);
        }

        String ordered(String side, String way) {
            return new Part(
                            from + " and %1$s %2$s= :at and (%1$s %2$s :at or c.id %2$s :id)".formatted(since, side),
                            since)
                    .ordered(way);
        }
    }

    @PersistenceContext
    EntityManager entities;

    /** Returns the unfinished cases whose applicant has sent nothing that is unseen, those that have waited for longest first. */
    public Page<WaitingCase> page(Caller caller, int offset, int maxResult) {
        return caller.processCodes().isEmpty()
                ? new Page<>(List.of(), 0, 0)
                : new Page<>(oldest(caller, offset, maxResult), offset, count(caller, UNFINISHED));
    }

    /** Returns the first cases with answers that no agent has seen, and the number of all. */
    public Page<WaitingCase> answered(Caller caller, int maxResult) {
        long all = caller.processCodes().isEmpty() ? 0 : count(caller, ANSWERED);
        var first = all == 0 || maxResult == 0
                ? List.<WaitingCase>of()
                : lines(caller, Part.ANSWERED.ordered(""))
                        .setMaxResults(maxResult)
                        .getResultList();
        return new Page<>(first, 0, all);
    }

    /** Returns why nothing waits for her service; asked only then. */
    public EmptyQueue whyEmpty(Caller caller) {
        if (caller.processCodes().isEmpty()) {
            return EmptyQueue.NO_PROCESS;
        }
        var name = entities.createNativeQuery("""
                        with hers as not materialized (select c.status, c.access_mode from cases c where c.company_register = :register
                            and c.branch_code = :branch and c.organization_type = :type and c.process_code = any(:codes))
                        select case when exists (select from hers where access_mode = 'API'
                                and status in ('HUBEE_COMPLETED', 'HUBEE_NOTIFIED', 'SENT', 'SI_RECEIVED', 'IN_PROGRESS')) then 'IN_SOFTWARE'
                            when exists (select from hers where status = 'ADD_AWAITING') then 'AWAITING'
                            when exists (select from hers where status not in ('HUBEE_RECEIVED', 'HUBEE_COMPLETED', 'HUBEE_NOTIFIED')) then 'DONE'
                            else 'NOTHING' end""", String.class)
                .setParameter("register", caller.organization().companyRegister())
                .setParameter("branch", caller.organization().branchCode())
                .setParameter("type", caller.organization().type().name())
                .setParameter("codes", caller.processCodes().toArray(String[]::new))
                .getSingleResult();
        return EmptyQueue.valueOf((String) name);
    }

    /**
     * Returns the cases before and after the place of a case that is in the queue, or was. After the last one that was answered comes the
     * first of the others.
     *
     * @param answered whether its answer was not seen
     * @param since see {@link WaitingCase#since()}
     */
    public CaseNeighbours neighbours(Caller caller, boolean answered, Instant since, UUID id) {
        if (caller.processCodes().isEmpty()) {
            return new CaseNeighbours(null, null);
        }
        var parts = answered ? List.of(Part.ANSWERED) : List.of(Part.COMPLETED, Part.REST);
        var before = nearest(caller, parts, "<", " desc", since, id).max(ORDER).map(WaitingCase::id);
        var after = nearest(caller, parts, ">", "", since, id).min(ORDER).map(WaitingCase::id);
        return new CaseNeighbours(
                before.orElse(null), after.orElseGet(() -> answered ? firstOfOthers(caller, id) : null));
    }

    /** Returns null for none. */
    private UUID firstOfOthers(Caller caller, UUID id) {
        return oldest(caller, 0, 2).stream()
                .map(WaitingCase::id)
                .filter(each -> !each.equals(id))
                .findFirst()
                .orElse(null);
    }

    private List<WaitingCase> oldest(Caller caller, int offset, int most) {
        var completed = lines(caller, Part.COMPLETED.ordered("")).getResultList();
        int left = Math.max(
                0, offset - completed.size()); // of the rest, so many are before the page wherever the others stand
        var rest = lines(caller, Part.REST.ordered(""))
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

    private long count(Caller caller, String from) {
        return of(caller, entities.createQuery("select count(*) " + from, Long.class))
                .getSingleResult();
    }

    private Stream<WaitingCase> nearest(Caller caller, List<Part> parts, String side, String way, Instant at, UUID id) {
        return parts.stream()
                .map(part -> lines(caller, part.ordered(side, way)))
                .flatMap(query -> query.setParameter("at", at)
                        .setParameter("id", id)
                        .setMaxResults(1)
                        .getResultStream());
    }

    private TypedQuery<WaitingCase> lines(Caller caller, String from) {
        return of(caller, entities.createQuery(LINES + from, WaitingCase.class));
    }

    private static <T> TypedQuery<T> of(Caller caller, TypedQuery<T> query) {
        return query.setParameter("recipient", caller.organization()).setParameter("codes", caller.processCodes());
    }
}
