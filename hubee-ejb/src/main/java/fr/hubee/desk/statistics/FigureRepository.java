package fr.hubee.desk.statistics;

import fr.hubee.desk.statistics.Figures.DayFigures;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The only place with queries for figures: each query is limited to the caller's démarches. */
@Dependent
class FigureRepository {
    private static final String WHERE = """
             from daily_figure d where d.day between :first and :last
              and (:everything or d.process_code = any (:codes))
              and (:process = '' or d.process_code = :process)
              and (:type = '' or d.organization_type = :type)
            """;

    @PersistenceContext
    EntityManager entities;

    List<Figures> by(Caller caller, StatisticsQuery query) {
        var found = new ArrayList<Figures>();
        boolean pickUps = countsPickUps(query);
        var sum = new Sum(null, null, pickUps);
        for (var row : rows(
                "select d.process_code, d.organization_type, d.measure, d.bucket, cast(sum(d.cases) as bigint)" + WHERE
                        + "group by 1, 2, 3, 4 order by 1, 2",
                caller,
                query)) {
            var type = OrganizationType.valueOf((String) row[1]);
            if (!sum.isOf((String) row[0], type)) {
                sum.addTo(found);
                sum = new Sum((String) row[0], type, pickUps);
            }
            sum.add(row[2], row[3], row[4]);
        }
        sum.addTo(found);
        return found;
    }

    Figures total(Caller caller, StatisticsQuery query) {
        var sum = new Sum(query.processCode(), query.organizationType(), countsPickUps(query));
        for (var row : rows(
                "select d.measure, d.bucket, cast(sum(d.cases) as bigint)" + WHERE + "group by 1, 2", caller, query)) {
            sum.add(row[0], row[1], row[2]);
        }
        return sum.figures();
    }

    List<DayFigures> daily(Caller caller, StatisticsQuery query) {
        var days = new TreeMap<LocalDate, DayFigures>();
        for (var row : rows("""
                select cast(d.day as text), coalesce(cast(sum(d.cases) filter (where d.measure = 'RECEIVED') as bigint), 0),
                    coalesce(cast(sum(d.cases) filter (where d.measure = 'PERSON') as bigint), 0),
                    coalesce(cast(sum(d.cases) filter (where d.measure = 'SOFTWARE') as bigint), 0),
                    coalesce(cast(sum(d.cases) filter (where d.measure = 'FINISHED') as bigint), 0),
                    coalesce(cast(sum(d.cases) filter (where d.measure = 'REFUSED') as bigint), 0)""" + WHERE + "group by d.day", caller, query)) {
            var day = LocalDate.parse((String) row[0]);
            days.put(day, new DayFigures(day, (Long) row[1], (Long) row[2], (Long) row[3], (Long) row[4], (Long)
                    row[5]));
        }
        var since = pickUpsSince().orElse(LocalDate.MIN);
        return query.from()
                .datesUntil(query.to().plusDays(1))
                .map(day -> days.getOrDefault(day, new DayFigures(day, 0, 0L, 0L, 0, 0)))
                .map(each -> each.day().isBefore(since) ? each.withoutPickUps() : each)
                .toList();
    }

    private List<Object[]> rows(String select, Caller caller, StatisticsQuery query) {
        var type = query.organizationType();
        var rows = new ArrayList<Object[]>();
        Query asked = entities.createNativeQuery(select)
                .setParameter("first", query.from())
                .setParameter("last", query.to())
                .setParameter("everything", caller.is(Roles.ADMIN))
                .setParameter("codes", caller.processCodes().toArray(String[]::new))
                .setParameter("process", query.processCode() == null ? "" : query.processCode())
                .setParameter("type", type == null ? "" : type.name());
        for (var row : asked.getResultList()) {
            rows.add((Object[]) row);
        }
        return rows;
    }

    Optional<LocalDate> until() {
        return day("select cast(until as text) from counted_days where id = 1");
    }

    /** Returns the first day with pick-ups; empty where all days are counted. */
    Optional<LocalDate> pickUpsSince() {
        return day("select cast(pick_ups_since as text) from counted_days where id = 1");
    }

    private boolean countsPickUps(StatisticsQuery query) {
        return !query.to().isBefore(pickUpsSince().orElse(LocalDate.MIN));
    }

    private Optional<LocalDate> day(String select) {
        return Optional.ofNullable((String) entities.createNativeQuery(select).getSingleResult())
                .map(LocalDate::parse);
    }

    /** Adds up the buckets of one row. */
    private static final class Sum {
        private final String processCode;
        private final OrganizationType type;
        private final boolean pickUps;
        private final Map<Measure, SortedMap<Integer, Long>> buckets = new EnumMap<>(Measure.class);

        Sum(String processCode, OrganizationType type, boolean pickUps) {
            this.processCode = processCode;
            this.type = type;
            this.pickUps = pickUps;
        }

        boolean isOf(String otherCode, OrganizationType otherType) {
            return otherCode.equals(processCode) && otherType == type;
        }

        void add(Object measure, Object bucket, Object cases) {
            buckets.computeIfAbsent(Measure.valueOf((String) measure), each -> new TreeMap<>())
                    .put((Integer) bucket, (Long) cases);
        }

        void addTo(List<Figures> found) {
            if (!buckets.isEmpty()) {
                found.add(figures());
            }
        }

        Figures figures() {
            return new Figures(
                    processCode,
                    type,
                    of(Measure.RECEIVED).withoutDuration(),
                    pickUps ? of(Measure.PERSON) : null,
                    pickUps ? of(Measure.SOFTWARE) : null,
                    of(Measure.FINISHED),
                    of(Measure.REFUSED));
        }

        private Counted of(Measure measure) {
            return buckets.containsKey(measure) ? Counted.of(buckets.get(measure)) : Counted.NONE;
        }
    }

    /** The counted measures. */
    enum Measure {
        /** Transmitted to their service. */
        RECEIVED,
        /** First in the hands of a person of it, in the portal. */
        PERSON,
        /** First in the hands of its software. */
        SOFTWARE,
        /** First completed, without refusal. */
        FINISHED,
        /** First completed, by refusal. */
        REFUSED
    }
}
