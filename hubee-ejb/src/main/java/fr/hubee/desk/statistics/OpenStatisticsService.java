package fr.hubee.desk.statistics;

import fr.hubee.desk.statistics.Disclosure.Balance;
import fr.hubee.desk.statistics.MonthCounts.Contribution;
import fr.hubee.desk.statistics.MonthCounts.Kind;
import fr.hubee.kernel.security.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The figures of all organisations together, month by month. */
@Stateless
@PermitAll // they are public
public class OpenStatisticsService {
    @Inject
    OpenFigureRepository figures;

    @Inject
    OpenFigureCache known;

    @Inject
    MonthCountRepository counts;

    public OpenFigures read() {
        return figures.until()
                .map(until -> known.read(until, () -> new OpenFigures(until, figures.all(), figures.names())))
                .orElse(OpenFigures.NONE);
    }

    /**
     * Publishes past months, each once: a published figure never changes.
     *
     * @return how many months of démarches were published
     */
    @RolesAllowed(Roles.BATCH)
    public int publishMonths() {
        var counted = counts.lockedEnd().map(day -> day.withDayOfMonth(1));
        if (counted.isEmpty()
                || figures.until()
                        .filter(until -> !until.isBefore(counted.get().minusDays(1)))
                        .isPresent()) {
            return 0;
        }
        var end = counted.get();
        var disclosed = figures.disclosed();
        var months = counts.before(end);
        for (var month : months) {
            var disclosure = disclosed.computeIfAbsent(
                    month.processCode(), any -> new Disclosure(new Balance(0), new Balance(0)));
            figures.add(disclosure.publish(month));
        }
        figures.publishedUntil(end.minusDays(1));
        return months.size();
    }

    /** Keeps the published figures in memory, and reads them again only once a month: a frequent visitor costs the database one row. */
    @ApplicationScoped
    static class OpenFigureCache {
        private LocalDate day;
        private OpenFigures known;

        /** @param until the last day of the newest published month */
        synchronized OpenFigures read(LocalDate until, Supplier<OpenFigures> figures) {
            if (!until.equals(day)) {
                known = figures.get();
                day = until;
            }
            return known;
        }
    }

    /** Reads the counts of past months that are not published yet. */
    @Dependent
    static class MonthCountRepository {
        private record Key(YearMonth month, String processCode) {
            static Key of(Object... row) {
                return new Key(YearMonth.from(LocalDate.parse((String) row[0])), (String) row[1]);
            }
        }

        @PersistenceContext
        EntityManager entities;

        /** The first day that is not counted yet; nobody else publishes until this transaction ends. */
        Optional<LocalDate> lockedEnd() {
            return day("""
                    select case when until is not null and organizations_until is not null
                        then cast(least(until, organizations_until) + 1 as text) end
                    from counted_days where id = 1 for update""");
        }

        private Optional<LocalDate> day(String select) {
            return Optional.ofNullable(
                            (String) entities.createNativeQuery(select).getSingleResult())
                    .map(LocalDate::parse);
        }

        /** The oldest month first. */
        List<MonthCounts> before(LocalDate end) {
            var contributions = contributions(end);
            var pickUpsSince = day("select cast(pick_ups_since as text) from counted_days where id = 1");
            var months = new ArrayList<MonthCounts>();
            buckets(end).forEach((key, measures) -> {
                boolean measured =
                        !pickUpsSince.filter(key.month().atDay(1)::isBefore).isPresent();
                months.add(new MonthCounts(
                        key.month(),
                        key.processCode(),
                        measured,
                        of(measures, "RECEIVED").cases(),
                        of(measures, "PERSON").cases(),
                        of(measures, "SOFTWARE").cases(),
                        of(measures, "FINISHED").cases(),
                        of(measures, "REFUSED").cases(),
                        of(measures, "FINISHED").median(),
                        contributions.getOrDefault(key, Map.of())));
            });
            return months;
        }

        private static Counted of(Map<String, SortedMap<Integer, Long>> measures, String measure) {
            return Counted.of(measures.getOrDefault(measure, new TreeMap<>()));
        }

        private Map<Key, Map<String, SortedMap<Integer, Long>>> buckets(LocalDate end) {
            var found = new TreeMap<Key, Map<String, SortedMap<Integer, Long>>>(
                    Comparator.comparing(Key::month).thenComparing(Key::processCode));
            for (var each :
                    entities.createNativeQuery("""
                            select cast(cast(date_trunc('month', d.day) as date) as text), d.process_code, d.measure,
                                case when d.measure = 'FINISHED' then d.bucket else 0 end, cast(sum(d.cases) as bigint)
                            from daily_figure d
                            where d.day < :end
                                and d.day > coalesce((select published_until from counted_days where id = 1), date '-infinity')
                            group by 1, 2, 3, 4""").setParameter("end", end).getResultList()) {
                var row = (Object[]) each;
                found.computeIfAbsent(Key.of(row), any -> new HashMap<>())
                        .computeIfAbsent((String) row[2], any -> new TreeMap<>())
                        .put((Integer) row[3], (Long) row[4]);
            }
            return found;
        }

        private Map<Key, Map<Kind, Contribution>> contributions(LocalDate end) {
            var found = new HashMap<Key, Map<Kind, Contribution>>();
            for (var each :
                    entities.createNativeQuery("""
                            select cast(o.month as text), o.process_code, o.kind, count(*), cast(max(o.cases) as bigint),
                                cast(sum(o.cases) as bigint)
                            from (
                                select f.month, f.process_code, case when f.measure like 'ENDED%' then 'ENDED' else f.measure end as kind,
                                    sum(f.cases) as cases
                                from organization_figure f
                                where f.month < :end
                                    and f.month > coalesce((select published_until from counted_days where id = 1), date '-infinity')
                                group by f.organization_type, f.company_register, f.branch_code, 1, 2, 3) o
                            group by 1, 2, 3""").setParameter("end", end).getResultList()) {
                var row = (Object[]) each;
                found.computeIfAbsent(Key.of(row), any -> new EnumMap<>(Kind.class))
                        .put(Kind.valueOf((String) row[2]), new Contribution((Long) row[3], (Long) row[4], (Long)
                                row[5]));
            }
            return found;
        }
    }
}
