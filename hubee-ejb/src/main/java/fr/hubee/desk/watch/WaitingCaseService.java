package fr.hubee.desk.watch;

import fr.hubee.desk.caselist.CaseListService.CaseNeighbours;
import fr.hubee.desk.watch.WaitingOrder.Rank;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.Paris;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The queue of a service's people: cases in the portal, in their démarches. First those whose applicant has answered, whatever their status,
 * until an agent has seen it; then the unfinished ones: those that arrived today, then the others, the next legal deadline first. Answered
 * and completed cases are few, and have indexes of their own. The others are read in the order of an index, for each démarche with a legal
 * delay and for the rest together, and merged here: sorting in the database would read the whole queue.
 */
@Stateless
@RolesAllowed(RoleNames.READ_FOLDERS)
public class WaitingCaseService {
    /** Her démarches are one array: Hibernate would translate a query with a list anew each time. */
    private static final String HERS = """
            from Case c where c.recipient = :recipient and function('sql', '(? = any (?))', c.processCode, :codes) = true
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

    /**
     * @param since the column of {@link WaitingCase#since()}
     * @param midnight its parameter; null where it has none
     */
    private record Part(String from, String since, Instant midnight) {
        static final Part ANSWERED = new Part(WaitingCaseService.ANSWERED, "c.answers.unseenSince", null);
        static final Part ALL = new Part(UNFINISHED, "c.transmittedAt", null);
        static final Part COMPLETED = new Part(UNFINISHED + " and c.completedAt is not null", "c.completedAt", null);

        static Part today(Instant midnight) {
            return new Part(
                    UNFINISHED + " and c.completedAt is null and c.transmittedAt >= :midnight",
                    "c.transmittedAt",
                    midnight);
        }

        static Part earlier(Instant midnight) {
            return new Part(
                    UNFINISHED + " and c.completedAt is null and c.transmittedAt < :midnight",
                    "c.transmittedAt",
                    midnight);
        }

        String ordered(String way) {
            return from + " order by %1$s%2$s, c.id%2$s".formatted(since, way);
        }

        String ordered(String side, String way) {
            return new Part(
                            from + " and %1$s %2$s= :at and (%1$s %2$s :at or c.id %2$s :id)".formatted(since, side),
                            since,
                            midnight)
                    .ordered(way);
        }
    }

    /** Answers that are on each page, however small the page is: nothing else leads to them. */
    private static final int ANSWERS = 10;

    @PersistenceContext
    EntityManager entities;

    @Inject
    WatchDelayService delays;

    @Inject
    Clock clock;

    /**
     * The cases that wait for a person's service.
     *
     * @param answered the first of those whose applicant has answered
     * @param today the first of those that arrived today
     * @param earlier a page of the others
     * @param legalDays number of days after the arrival, by démarche
     */
    public record Queue(
            Page<WaitingCase> answered,
            Page<WaitingCase> today,
            Page<WaitingCase> earlier,
            Map<String, Integer> legalDays) {
        public long total() {
            return answered.total() + today.total() + earlier.total();
        }
    }

    /**
     * @param offset of the page
     * @param most size of the page, and of what arrived today, which is on each page
     */
    public Queue page(Caller caller, int offset, int most) {
        var order = new WaitingOrder(delays.legal(caller));
        var midnight = midnight();
        var today = first(caller, Part.today(midnight), most);
        return new Queue(
                first(caller, Part.ANSWERED, ANSWERS),
                today,
                new Page<>(
                        earlier(caller, Part.earlier(midnight), order, offset, most),
                        offset,
                        count(caller, Part.ALL, caller.processCodes()) - today.total()),
                order.legalDays());
    }

    /** Returns the number of cases that she may handle, with answers that no agent has seen. */
    public long countAnswered(Caller caller) {
        return count(
                caller,
                Part.ANSWERED,
                caller.processCodes().stream().filter(caller::manages).collect(Collectors.toSet()));
    }

    private Page<WaitingCase> first(Caller caller, Part part, int most) {
        var codes = caller.processCodes();
        var lines = codes.isEmpty() ? List.<WaitingCase>of() : first(caller, part, codes, 0, most);
        return new Page<>(lines, 0, lines.size() < most ? lines.size() : count(caller, part, codes));
    }

    private long count(Caller caller, Part part, Set<String> codes) {
        return codes.isEmpty()
                ? 0
                : of(caller, codes, part, entities.createQuery("select count(*) " + part.from(), Long.class))
                        .getSingleResult();
    }

    private List<WaitingCase> earlier(Caller caller, Part part, WaitingOrder order, int offset, int most) {
        var completed = completed(caller);
        var groups = order.groups(caller.processCodes());
        // of one group, so many are before the page wherever the completed ones stand
        int left = groups.size() == 1 ? Math.max(0, offset - completed.size()) : 0;
        var others = groups.stream()
                .flatMap(group -> first(caller, part, group.codes(), left, offset - left + most).stream());
        return Stream.concat(completed.stream(), others)
                .sorted(Comparator.comparing(order::rank))
                .skip(offset - left)
                .limit(most)
                .toList();
    }

    private List<WaitingCase> completed(Caller caller) {
        return caller.processCodes().isEmpty()
                ? List.of()
                : lines(caller, Part.COMPLETED, caller.processCodes(), Part.COMPLETED.ordered(""))
                        .getResultList();
    }

    private List<WaitingCase> first(Caller caller, Part part, Set<String> codes, int offset, int most) {
        return lines(caller, part, codes, part.ordered(""))
                .setFirstResult(offset)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Returns why nothing waits for her service; asked only then. Each status of each démarche is looked up in an index; one condition for
     * all would read a large town's whole past.
     */
    public NothingWaiting whyEmpty(Caller caller) {
        if (caller.processCodes().isEmpty()) {
            return NothingWaiting.NO_PROCESS;
        }
        Stream<?> names = entities.createNativeQuery("""
                        select r.reason from (values
                            (0, 'ARRIVING', array['HUBEE_COMPLETED', 'HUBEE_NOTIFIED']), (1, 'UNDECIDED', array['HUBEE_COMPLETED', 'HUBEE_NOTIFIED']),
                            (2, 'AWAITING', array['ADD_AWAITING']),
                            (3, 'IN_SOFTWARE', array['HUBEE_COMPLETED', 'HUBEE_NOTIFIED', 'SENT', 'SI_RECEIVED', 'SI_INTG_ERROR',
                                'IN_PROGRESS', 'ADD_AWAITING']),
                            (4, 'DONE', array['SI_INTG_ERROR', 'DONE', 'REFUSED', 'CLOSED', 'ARCHIVED'])) r(place, reason, statuses)
                        cross join unnest(r.statuses) s(status) cross join unnest(:codes) p(code)
                        cross join lateral (select from cases c where c.company_register = :register and c.branch_code = :branch
                            and c.organization_type = :type and c.process_code = p.code and c.status = s.status
                            and case r.reason when 'ARRIVING' then c.access_mode = 'PORTAIL' when 'UNDECIDED' then c.access_mode is null
                                when 'AWAITING' then c.access_mode is distinct from 'API'
                                when 'IN_SOFTWARE' then c.access_mode = 'API' else true end
                            order by c.transmitted_at limit 1) found
                        order by r.place limit 1""", String.class)
                .setParameter("register", caller.organization().companyRegister())
                .setParameter("branch", caller.organization().branchCode())
                .setParameter("type", caller.organization().type().name())
                .setParameter("codes", caller.processCodes().toArray(String[]::new))
                .getResultStream();
        return names.map(name -> NothingWaiting.valueOf((String) name))
                .findFirst()
                .orElse(NothingWaiting.NOTHING);
    }

    /** Returns the cases before and after a place; after the last one of a part comes the first one of the next. */
    public CaseNeighbours neighbours(Caller caller, WaitingPlace at) {
        if (caller.processCodes().isEmpty()) {
            return new CaseNeighbours(null, null);
        }
        var midnight = midnight();
        var today = Part.today(midnight);
        var earlier = Part.earlier(midnight);
        if (at.answered()) {
            return within(
                    caller, Part.ANSWERED, at, () -> Stream.concat(ofToday(caller, today), ofEarlier(caller, earlier)));
        }
        if (at.since().equals(at.transmittedAt()) && !at.since().isBefore(midnight)) {
            return within(caller, today, at, () -> ofEarlier(caller, earlier));
        }
        var order = new WaitingOrder(delays.legal(caller));
        var rank = order.rank(at.processCode(), at.transmittedAt(), at.since(), at.id());
        var before = nearest(caller, earlier, order, rank, false).max(Comparator.comparing(order::rank));
        var after = nearest(caller, earlier, order, rank, true).min(Comparator.comparing(order::rank));
        return new CaseNeighbours(id(before), id(after));
    }

    private Stream<WaitingCase> ofToday(Caller caller, Part today) {
        return first(caller, today, caller.processCodes(), 0, 2).stream();
    }

    private Stream<WaitingCase> ofEarlier(Caller caller, Part earlier) {
        return earlier(caller, earlier, new WaitingOrder(delays.legal(caller)), 0, 2).stream();
    }

    private CaseNeighbours within(Caller caller, Part part, WaitingPlace at, Supplier<Stream<WaitingCase>> next) {
        var codes = caller.processCodes();
        var before = nearest(caller, part, codes, false, at.since(), at.id());
        var after = nearest(caller, part, codes, true, at.since(), at.id())
                .or(() -> next.get().filter(line -> !line.id().equals(at.id())).findFirst());
        return new CaseNeighbours(id(before), id(after));
    }

    private static UUID id(Optional<WaitingCase> line) {
        return line.map(WaitingCase::id).orElse(null);
    }

    private Stream<WaitingCase> nearest(Caller caller, Part part, WaitingOrder order, Rank rank, boolean after) {
        var completed = completed(caller).stream()
                .filter(line -> after
                        ? order.rank(line).compareTo(rank) > 0
                        : order.rank(line).compareTo(rank) < 0);
        var others = order.groups(caller.processCodes()).stream()
                .flatMap(
                        group -> group
                                .from(rank, after)
                                .flatMap(at -> nearest(caller, part, group.codes(), after, at, rank.id()))
                                .stream());
        return Stream.concat(completed, others);
    }

    private Optional<WaitingCase> nearest(
            Caller caller, Part part, Set<String> codes, boolean after, Instant at, UUID id) {
        return lines(caller, part, codes, after ? part.ordered(">", "") : part.ordered("<", " desc"))
                .setParameter("at", at)
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private TypedQuery<WaitingCase> lines(Caller caller, Part part, Set<String> codes, String from) {
        return of(caller, codes, part, entities.createQuery(LINES + from, WaitingCase.class));
    }

    private <T> TypedQuery<T> of(Caller caller, Set<String> codes, Part part, TypedQuery<T> query) {
        if (part.midnight() != null) {
            query.setParameter("midnight", part.midnight());
        }
        return query.setParameter("recipient", caller.organization())
                .setParameter("codes", codes.toArray(String[]::new));
    }

    private Instant midnight() {
        return LocalDate.ofInstant(clock.instant(), Paris.ZONE)
                .atStartOfDay(Paris.ZONE)
                .toInstant();
    }
}
