package fr.hubee.desk.caselist;

import fr.hubee.desk.caselist.CaseScope.PassedMilestone;
import fr.hubee.desk.caselist.CaseSearch.TimeWindow;
import fr.hubee.desk.caselist.TrigramSearch.Finding;
import fr.hubee.desk.casework.CaseRights;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The télédossiers that people see in the portal, limited by {@link CaseReach}. */
@Stateless
@RolesAllowed({RoleNames.READ_FOLDERS, RoleNames.BUSINESS, RoleNames.ADMIN})
public class CaseListService {
    public static final int LONGEST_EXPORT = 20_000;

    /**
     * The author of the last action, when an event records it: software may set a status without an event. Comments are
     * left out, since they are internal to the service.
     */
    private static final String LINES = """
            select new fr.hubee.desk.caselist.CaseLine(c.id, c.externalId, c.processCode, p.title, p.details.portal.person, o.name, f.applicant.lastName,
                f.applicant.firstName, c.status, c.accessMode, c.transmittedAt, c.completedAt, c.answers, c.updatedAt,
                (select max(e.author) from CaseEvent e where e.theCase = c
                    and (e.createdAt = c.updatedAt or e.updatedAt = c.updatedAt)
                    and e.status <> fr.hubee.exchange.status.EventStatus.IN_PROGRESS
                    and (:within = true or e.actionType <> fr.hubee.exchange.status.ActionType.COM_ADD)),
                case when c.status not in (fr.hubee.exchange.status.CaseStatus.CLOSED, fr.hubee.exchange.status.CaseStatus.ARCHIVED)
                    and (p.details.retention.portalFilesKept is null or c.status not in (:finished) or c.filesOpenUntil > :now)
                    and (exists (select 1 from CaseAttachment l where l.theCase = c
                        and l.attachment.status = fr.hubee.exchange.status.AttachmentStatus.RECEIVED)
                    or exists (select 1 from Attachment a join a.event e where e.theCase = c
                        and e.status <> fr.hubee.exchange.status.EventStatus.IN_PROGRESS
                        and a.status = fr.hubee.exchange.status.AttachmentStatus.RECEIVED)) then true else false end)
            from Case c join c.folder f
            join Process p on p.code = c.processCode
            left join Organization o on o.key = c.recipient
            where c.id in (:ids)""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    ReadOnce once;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    public CasePage page(Caller caller, CaseFilter asked) {
        var filter = byShortName(caller, asked);
        var codes = codes(caller, filter);
        var ids = ids(caller, filter, codes, finding(caller, filter, codes));
        var lines = ids.isEmpty() ? List.<CaseLine>of() : lines(caller, ids);
        return CasePage.of(lines, filter);
    }

    /** Returns the page, and where a search found the lines that do not show its words. */
    public CasePage pageWithPlaces(Caller caller, CaseFilter asked) {
        var filter = byShortName(caller, asked);
        var page = page(caller, filter);
        return filter.text() == null ? page : page.found(elsewhere(caller, filter, page.lines()));
    }

    private Map<UUID, FoundPlace> elsewhere(Caller caller, CaseFilter filter, List<CaseLine> lines) {
        var words = new FoundText(filter.text());
        var silent = lines.stream()
                .filter(line -> !words.isIn(line.externalId() + " " + line.lastName() + " " + line.firstName()))
                .map(CaseLine::id)
                .toList();
        return new TextSearch(SearchWords.of(filter.text()), isInside(caller)).places(entities, silent);
    }

    /** Whether she belongs to the service of the cases that she lists. */
    private static boolean isInside(Caller caller) {
        return !caller.is(RoleNames.ADMIN) && !caller.is(RoleNames.BUSINESS);
    }

    /** Returns the cases before and after a position in the list; the case at that position may have left the list. */
    public CaseNeighbours neighbours(Caller caller, CaseFilter asked, CaseCursor place) {
        var filter = byShortName(caller, asked);
        var codes = codes(caller, filter);
        var finding = finding(caller, filter, codes);
        return new CaseNeighbours(
                nearest(caller, filter.at(place.backwards(true)), codes, finding),
                nearest(caller, filter.at(place.backwards(false)), codes, finding));
    }

    private UUID nearest(Caller caller, CaseFilter filter, List<String> codes, Finding finding) {
        var one = filter.by(1);
        var ids = ids(caller, one, codes, finding); // one more than the page holds
        return ids.isEmpty() ? null : ids.get(one.isBackwards() ? ids.size() - 1 : 0);
    }

    private List<UUID> ids(Caller caller, CaseFilter filter, List<String> codes, Finding finding) {
        var reach = reach(caller, filter);
        var ids = new ArrayList<UUID>();
        for (var window : windows(reach, filter, codes, finding)) {
            var search = new CaseSearch(reach, filter, codes, finding).in(window);
            var query = search.bindPage(
                    entities.createNativeQuery(search.page(), UUID.class), filter.size() + 1 - ids.size());
            for (var each : query.getResultList()) {
                ids.add((UUID) each);
            }
            if (ids.size() > filter.size()) {
                break;
            }
        }
        if (filter.isBackwards()) {
            Collections.reverse(ids);
        }
        return ids;
    }

    /** The parts of the list, in its order, which are read until the page is full. */
    private List<TimeWindow> windows(CaseReach reach, CaseFilter filter, List<String> codes, Finding finding) {
        if (!finding.spread()
                || filter.scope().isOfKnownCases()
                || filter.sort() != CaseSort.TRANSMITTED
                || filter.isCompletedFirst()) {
            return List.of(TimeWindow.ALL);
        }
        var from = filter.cursor() == null
                ? first(reach, filter, codes)
                : filter.cursor().at();
        return from == null
                ? List.of()
                : TimeWindow.from(from, filter.readsDescending()).toList();
    }

    private Instant first(CaseReach reach, CaseFilter filter, List<String> codes) {
        var list = new CaseSearch(reach, filter.searching(null), codes, Finding.IN_THE_LIST);
        return (Instant) list.bindFirst(entities.createNativeQuery(list.first(), Instant.class))
                .getSingleResult();
    }

    private List<CaseLine> lines(Caller caller, List<UUID> ids) {
        Map<UUID, CaseLine> found = entities.createQuery(LINES, CaseLine.class)
                .setParameter("ids", ids)
                .setParameter("within", !caller.is(RoleNames.BUSINESS))
                .setParameter("finished", CaseRights.FINISHED)
                .setParameter("now", clock.instant())
                .getResultStream()
                .collect(Collectors.toMap(CaseLine::id, Function.identity()));
        return ids.stream().map(found::get).toList();
    }

    public CaseCounts counts(Caller caller, CaseFilter asked) {
        var filter = byShortName(caller, asked);
        var codes = codes(caller, filter);
        var search = new CaseSearch(reach(caller, filter), filter, codes, finding(caller, filter, codes));
        var counts = new HashMap<CaseStatus, Long>();
        var unfinished = EnumSet.noneOf(CaseStatus.class);
        for (var each : search.bindCounts(entities.createNativeQuery(search.counts(), Object[].class))
                .getResultList()) {
            var row = (Object[]) each;
            var status = CaseStatus.valueOf((String) row[0]);
            counts.put(status, ((Number) row[1]).longValue());
            if ((Boolean) row[2]) {
                unfinished.add(status);
            }
        }
        return new CaseCounts(counts, unfinished);
    }

    private Finding finding(Caller caller, CaseFilter filter, List<String> codes) {
        var words = SearchWords.of(filter.text());
        var reach = reach(caller, filter);
        return words.isEmpty()
                ? Finding.IN_THE_LIST
                : once.answer(List.of(words, reach, codes), () -> {
                    var names = new TrigramSearch(reach, words, codes).find(entities);
                    var texts = new TextSearch(words, isInside(caller));
                    return names.and(texts.find(entities, reach, codes, names.isInAShortList()));
                });
    }

    private CaseFilter byShortName(Caller caller, CaseFilter filter) {
        return filter.text() == null ? filter : ShortNames.in(filter, processes(caller));
    }

    private static CaseReach reach(Caller caller, CaseFilter filter) {
        return CaseReach.of(caller).in(filter.scope().service());
    }

    private List<String> codes(Caller caller, CaseFilter filter) {
        var wanted = filter.processCodes();
        return processes(caller).stream()
                .map(ListedProcess::code)
                .filter(code -> wanted.isEmpty() || wanted.contains(code))
                .toList();
    }

    /** Returns the name of a service that the list is filtered by, for those who see several; empty when there is no such service. */
    @RolesAllowed({RoleNames.BUSINESS, RoleNames.ADMIN})
    public Optional<String> serviceName(Caller caller, OrganizationKey service) {
        return entities.createQuery("select o.name from Organization o where o.key = :key", String.class)
                .setParameter("key", service)
                .getResultStream()
                .findFirst();
    }

    /** Returns the démarches that the list can be filtered by, by name. */
    public List<ListedProcess> processes(Caller caller) {
        var reach = CaseReach.of(caller);
        return once.processes(this::allProcesses).stream()
                .filter(process -> reach.covers(process.code()))
                .toList();
    }

    private List<ListedProcess> allProcesses() {
        return entities.createQuery(
                        "select new fr.hubee.desk.caselist.ListedProcess(p.code, p.title, p.details.portal.shortName) from Process p order by "
                                + FrenchOrder.of("p.details.name") + ", p.code",
                        ListedProcess.class)
                .getResultList();
    }

    /** Keeps during a request what its page and its counters both use: the démarches, and the result of a search. */
    @RequestScoped
    static class ReadOnce {
        private Object question;
        private Finding answer;
        private List<ListedProcess> processes;

        List<ListedProcess> processes(Supplier<List<ListedProcess>> reading) {
            if (processes == null) {
                processes = reading.get();
            }
            return processes;
        }

        /** @param asked everything that the answer depends on */
        Finding answer(Object asked, Supplier<Finding> search) {
            if (!asked.equals(question)) {
                answer = search.get();
                question = asked;
            }
            return answer;
        }
    }

    private static Changes passed(Changes changes, PassedMilestone passed) {
        return passed == null
                ? changes
                : changes.and("milestone", passed.milestone())
                        .and("milestoneFrom", passed.days().from())
                        .and("milestoneTo", passed.days().to());
    }

    /** Records the export of the list, before its lines are read page by page. */
    public void beginExport(Caller caller, CaseFilter filter, String format) {
        journal.record(Act.by(caller, AuditAction.CASES_EXPORTED)
                .on(caller.organization(), format)
                .with(passed(Changes.NONE, filter.scope().passed())
                        .and("tab", filter.tab())
                        .and("processCodes", filter.processCodes())
                        .and("from", filter.transmitted().from())
                        .and("to", filter.transmitted().to())
                        .and("changedFrom", filter.changed().from())
                        .and("changedTo", filter.changed().to())
                        .and("mine", filter.scope().mine() ? true : null)
                        .and("announced", filter.scope().announced() != null ? true : null)
                        .and("organization", filter.scope().service())
                        .and("searched", filter.text() != null)) // the search text may name a person: never recorded
                .about(filter.processCodes().isEmpty() ? caller.processCodes() : filter.processCodes()));
    }

    /** The previous and next case in a list, or in « À faire »; null at the ends. */
    public record CaseNeighbours(UUID previous, UUID next) {}
}
