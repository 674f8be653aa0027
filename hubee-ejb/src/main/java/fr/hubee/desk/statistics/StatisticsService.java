package fr.hubee.desk.statistics;

import fr.hubee.desk.statistics.Figures.DayFigures;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The figures: for the administrator of an operator, of its own démarches; for the national administrator, of all. */
@Stateless
@RolesAllowed({RoleNames.ADMIN, RoleNames.BUSINESS})
public class StatisticsService {
    private static final String WHERE = """
             from daily_figure d where d.day between :first and :last
              and (:everything or d.process_code = any (:codes))
              and (:process = '' or d.process_code = :process)
              and (:type = '' or d.organization_type = :type)
            """;

    @PersistenceContext
    EntityManager entities;

    /** Returns the figures of each démarche and type of organisation with data, in this order. */
    public List<Figures> figures(Caller caller, StatisticsQuery query) {
        check(caller, query);
        var groups = new LinkedHashMap<Group, BucketCounts<Measure>>();
        for (var row : rows(
                "select d.process_code, d.organization_type, d.measure, d.bucket, cast(sum(d.cases) as bigint)" + WHERE
                        + "group by 1, 2, 3, 4 order by 1, 2",
                caller,
                query)) {
            var group = new Group((String) row[0], OrganizationType.valueOf((String) row[1]));
            groups.computeIfAbsent(group, any -> new BucketCounts<>())
                    .add(Measure.valueOf((String) row[2]), (Integer) row[3], (Long) row[4]);
        }
        boolean pickUps = countsPickUps(query);
        return groups.entrySet().stream()
                .map(each -> figures(each.getKey(), each.getValue(), pickUps))
                .toList();
    }

    /** Returns the total of {@link #figures}, with percentiles over all. */
    public Figures total(Caller caller, StatisticsQuery query) {
        check(caller, query);
        var sums = new BucketCounts<Measure>();
        for (var row : rows(
                "select d.measure, d.bucket, cast(sum(d.cases) as bigint)" + WHERE + "group by 1, 2", caller, query)) {
            sums.add(Measure.valueOf((String) row[0]), (Integer) row[1], (Long) row[2]);
        }
        return figures(new Group(query.processCode(), query.organizationType()), sums, countsPickUps(query));
    }

    /** Returns the same, day by day, without gaps. */
    public List<DayFigures> daily(Caller caller, StatisticsQuery query) {
        check(caller, query);
        var counted = new HashMap<LocalDate, BucketCounts<Measure>>();
        for (var row : rows(
                "select cast(d.day as text), d.measure, cast(sum(d.cases) as bigint)" + WHERE + "group by 1, 2",
                caller,
                query)) {
            counted.computeIfAbsent(LocalDate.parse((String) row[0]), any -> new BucketCounts<>())
                    .add(Measure.valueOf((String) row[1]), 0, (Long) row[2]);
        }
        var since = pickUpsSince().orElse(LocalDate.MIN);
        return query.from()
                .datesUntil(query.to().plusDays(1))
                .map(day -> day(day, counted.getOrDefault(day, new BucketCounts<>()), !day.isBefore(since)))
                .toList();
    }

    private static DayFigures day(LocalDate day, BucketCounts<Measure> counts, boolean pickUps) {
        return new DayFigures(
                day,
                counts.cases(Measure.RECEIVED),
                pickUps ? counts.cases(Measure.PERSON) : null,
                pickUps ? counts.cases(Measure.SOFTWARE) : null,
                counts.cases(Measure.FINISHED),
                counts.cases(Measure.REFUSED));
    }

    @SuppressWarnings("unchecked") // a native query
    private List<Object[]> rows(String select, Caller caller, StatisticsQuery query) {
        var type = query.organizationType();
        return entities.createNativeQuery(select)
                .setParameter("first", query.from())
                .setParameter("last", query.to())
                .setParameter("everything", caller.is(RoleNames.ADMIN))
                .setParameter("codes", caller.processCodes().toArray(String[]::new))
                .setParameter("process", query.processCode() == null ? "" : query.processCode())
                .setParameter("type", type == null ? "" : type.name())
                .getResultList();
    }

    /** The last counted day; empty before the first count. */
    public Optional<LocalDate> until() {
        return CountedDays.read(entities).until();
    }

    /** The first day of which pick-ups are counted, of the télédossiers transmitted since; empty for all days. */
    public Optional<LocalDate> pickUpsSince() {
        return CountedDays.read(entities).pickUpsSince();
    }

    private boolean countsPickUps(StatisticsQuery query) {
        return !query.to().isBefore(pickUpsSince().orElse(LocalDate.MIN));
    }

    private static void check(Caller caller, StatisticsQuery query) {
        query.check();
        if (query.processCode() != null && !caller.covers(query.processCode())) {
            throw new NotAllowed().on(query.processCode());
        }
    }

    private record Group(String processCode, OrganizationType type) {}

    private static Figures figures(Group group, BucketCounts<Measure> sums, boolean pickUps) {
        return new Figures(
                group.processCode(),
                group.type(),
                sums.of(Measure.RECEIVED).withoutDuration(),
                pickUps ? sums.of(Measure.PERSON) : null,
                pickUps ? sums.of(Measure.SOFTWARE) : null,
                sums.of(Measure.FINISHED),
                sums.of(Measure.REFUSED));
    }

    enum Measure {
        RECEIVED,
        /** First in the hands of a person of it, in the portal. */
        PERSON,
        /** First in the hands of its software. */
        SOFTWARE,
        /** First completed, without refusal. */
        FINISHED,
        REFUSED
    }
}
