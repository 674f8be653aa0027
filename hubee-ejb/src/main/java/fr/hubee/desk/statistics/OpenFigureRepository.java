package fr.hubee.desk.statistics;

import fr.hubee.desk.statistics.Disclosure.Balance;
import fr.hubee.desk.statistics.MonthCounts.Contribution;
import fr.hubee.desk.statistics.MonthCounts.Kind;
import fr.hubee.desk.statistics.OpenFigures.OpenMonth;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the counts of months, and stores the figures of them that are published. */
@Dependent
class OpenFigureRepository {
    private record Key(YearMonth month, String processCode) {
        static Key of(Object... row) {
            return new Key(YearMonth.from(LocalDate.parse((String) row[0])), (String) row[1]);
        }
    }

    @PersistenceContext
    EntityManager entities;

    /** Returns the published months of existing démarches, the newest first. */
    List<OpenMonth> all() {
        var months = new ArrayList<OpenMonth>();
        for (var each : entities.createNativeQuery("""
                        select cast(o.month as text), o.process_code, o.received, o.pick_ups_measured, o.by_person, o.by_software,
                            o.finished, o.refused, o.half_finished_in
                        from open_figure o join process p on p.code = o.process_code order by o.month desc, o.process_code""").getResultList()) {
            var row = (Object[]) each;
            months.add(new OpenMonth(
                    YearMonth.from(LocalDate.parse((String) row[0])),
                    (String) row[1],
                    (Long) row[2],
                    (Boolean) row[3],
                    (Long) row[4],
                    (Long) row[5],
                    (Long) row[6],
                    (Long) row[7],
                    row[8] == null ? null : Duration.ofSeconds((Long) row[8])));
        }
        return List.copyOf(months);
    }

    /** The names of all démarches, by their codes. */
    Map<String, String> names() {
        return entities.createQuery("select p.code, p.title from Process p", Object[].class)
                .getResultStream()
                .collect(Collectors.toUnmodifiableMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** Adds a month; a month that is already published stays unchanged. */
    void add(OpenMonth month) {
        var half = month.halfFinishedIn();
        entities.createNativeQuery("""
                        insert into open_figure (month, process_code, pick_ups_measured, received, by_person, by_software, finished,
                            refused, half_finished_in)
                        values (:month, :code, :measured, cast(:received as bigint), cast(:person as bigint), cast(:software as bigint),
                            cast(:finished as bigint), cast(:refused as bigint), cast(:half as bigint))
                        on conflict do nothing""")
                .setParameter("month", month.month().atDay(1))
                .setParameter("code", month.processCode())
                .setParameter("measured", month.pickUpsMeasured())
                .setParameter("received", month.received())
                .setParameter("person", month.byPerson())
                .setParameter("software", month.bySoftware())
                .setParameter("finished", month.finished())
                .setParameter("refused", month.refused())
                .setParameter("half", half == null ? null : Long.valueOf(half.toSeconds()))
                .executeUpdate();
    }

    /** Returns the published figures of each démarche, by its code. */
    Map<String, Disclosure> disclosed() {
        var disclosed = new HashMap<String, Disclosure>();
        for (var each : entities.createNativeQuery("""
                        select o.process_code,
                            cast(sum(coalesce(o.received, :hidden) - coalesce(o.finished, 0) - coalesce(o.refused, 0)) as bigint),
                            cast(coalesce(sum(coalesce(o.received, :hidden) - coalesce(o.by_person, 0) - coalesce(o.by_software, 0))
                                filter (where o.pick_ups_measured), 0) as bigint)
                        from open_figure o where o.month <= (select published_until from counted_days where id = 1)
                        group by 1""")
                .setParameter("hidden", Disclosure.HIDDEN)
                .getResultList()) {
            var row = (Object[]) each;
            disclosed.put((String) row[0], new Disclosure(new Balance((Long) row[1]), new Balance((Long) row[2])));
        }
        return disclosed;
    }

    /** Returns the counts of past months that are not published yet, the oldest first. */
    List<MonthCounts> before(LocalDate end) {
        var contributions = contributions(end);
        var pickUpsSince = CountedDays.read(entities).pickUpsSince();
        var months = new ArrayList<MonthCounts>();
        buckets(end).forEach((key, measures) -> {
            boolean measured =
                    !pickUpsSince.filter(key.month().atDay(1)::isBefore).isPresent();
            months.add(new MonthCounts(
                    key.month(),
                    key.processCode(),
                    measured,
                    measures.cases("RECEIVED"),
                    measures.cases("PERSON"),
                    measures.cases("SOFTWARE"),
                    measures.cases("FINISHED"),
                    measures.cases("REFUSED"),
                    measures.of("FINISHED").median(),
                    contributions.getOrDefault(key, Map.of())));
        });
        return months;
    }

    private Map<Key, BucketCounts<String>> buckets(LocalDate end) {
        var found = new TreeMap<Key, BucketCounts<String>>(
                Comparator.comparing(Key::month).thenComparing(Key::processCode));
        for (var each : entities.createNativeQuery("""
                        select cast(cast(date_trunc('month', d.day) as date) as text), d.process_code, d.measure,
                            case when d.measure = 'FINISHED' then d.bucket else 0 end, cast(sum(d.cases) as bigint)
                        from daily_figure d
                        where d.day < :end
                            and d.day > coalesce((select published_until from counted_days where id = 1), date '-infinity')
                        group by 1, 2, 3, 4""").setParameter("end", end).getResultList()) {
            var row = (Object[]) each;
            found.computeIfAbsent(Key.of(row), any -> new BucketCounts<>())
                    .add((String) row[2], (Integer) row[3], (Long) row[4]);
        }
        return found;
    }

    private Map<Key, Map<Kind, Contribution>> contributions(LocalDate end) {
        var found = new HashMap<Key, Map<Kind, Contribution>>();
        for (var each : entities.createNativeQuery("""
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
                    .put(Kind.valueOf((String) row[2]), new Contribution((Long) row[3], (Long) row[4], (Long) row[5]));
        }
        return found;
    }
}
