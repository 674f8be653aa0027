package fr.hubee.desk.watch;

import fr.hubee.desk.watch.WatchDelay.ProcessDelay;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.Paris;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@Dependent
class WatchDelayRepository {
    private static final String LINE = """
            select p.code, p.name, coalesce(d.first_days, :first), coalesce(d.second_days, :second), d.legal_days
            from process p left join watch_delay d on d.process_code = p.code
            where :everything or p.code = any (:codes) order by p.code""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** Returns the delays of all démarches that the caller covers. */
    List<ProcessDelay> list(Caller caller) {
        var lines = new ArrayList<ProcessDelay>();
        var rows = entities.createNativeQuery(LINE)
                .setParameter("first", WatchDelay.USUAL_FIRST)
                .setParameter("second", WatchDelay.USUAL_SECOND)
                .setParameter("everything", caller.is(Roles.ADMIN))
                .setParameter("codes", caller.processCodes().toArray(String[]::new))
                .getResultList();
        for (var row : rows) {
            var columns = (Object[]) row;
            lines.add(new ProcessDelay(
                    (String) columns[0], (String) columns[1], delay(columns[2], columns[3], columns[4])));
        }
        return lines;
    }

    private static WatchDelay delay(Object first, Object second, Object legal) {
        return new WatchDelay(((Number) first).intValue(), ((Number) second).intValue(), (Integer) legal);
    }

    void set(String process, WatchDelay delay) {
        entities.createNativeQuery("""
                        insert into watch_delay (process_code, first_days, second_days, legal_days)
                        values (:process, :first, :second, cast(:legal as integer))
                        on conflict (process_code) do update set first_days = excluded.first_days,
                            second_days = excluded.second_days, legal_days = excluded.legal_days""")
                .setParameter("process", process)
                .setParameter("first", delay.first())
                .setParameter("second", delay.second())
                .setParameter("legal", delay.legal())
                .executeUpdate();
    }

    /** The legal delays of the démarches that the caller covers and that have one, by code. */
    Map<String, Integer> legal(Caller caller) {
        var delays = new HashMap<String, Integer>();
        var rows = entities.createNativeQuery("""
                        select process_code, legal_days from watch_delay
                        where legal_days is not null and process_code = any (:codes)""")
                .setParameter("codes", caller.processCodes().toArray(String[]::new))
                .getResultList();
        for (var row : rows) {
            var columns = (Object[]) row;
            delays.put((String) columns[0], (Integer) columns[1]);
        }
        return delays;
    }

    /** Returns the limits for all delays in use. */
    @SuppressWarnings("unchecked") // a native query of one column
    ArrivalLimits limits() {
        List<Integer> delays = entities.createNativeQuery(
                        "select first_days from watch_delay union select second_days from watch_delay"
                                + " union values (:first), (:second)",
                        Integer.class)
                .setParameter("first", WatchDelay.USUAL_FIRST)
                .setParameter("second", WatchDelay.USUAL_SECOND)
                .getResultList();
        return ArrivalLimits.at(LocalDate.ofInstant(clock.instant(), Paris.ZONE), delays);
    }

    /** The latest arrival of cases that have waited for a number of working days, by area and delay: SQL knows no public holidays. */
    record ArrivalLimits(List<Limit> limits) {

        /** @param before of that day at the latest, by the clock of Paris */
        record Limit(String area, int days, Instant before) {}

        ArrivalLimits {
            limits = List.copyOf(limits);
        }

        static ArrivalLimits at(LocalDate today, Collection<Integer> delays) {
            var limits = new ArrayList<Limit>();
            for (var area : WorkingDays.areas()) {
                for (var days : delays) {
                    var last = WorkingDays.latestArrival(days, today, area);
                    limits.add(new Limit(
                            area,
                            days,
                            last.plusDays(1).atStartOfDay(Paris.ZONE).toInstant()));
                }
            }
            return new ArrivalLimits(limits);
        }

        /** Returns the limits as one value, in which SQL looks up « 67/3 »: a join would read the cases once for each area. */
        private String toJson() {
            var json = Json.createObjectBuilder();
            limits.forEach(each ->
                    json.add(each.area() + "/" + each.days(), each.before().getEpochSecond()));
            return json.build().toString();
        }

        <Q extends Query> Q bind(Q query) {
            query.setParameter("areas", WorkingDays.areas().toArray(String[]::new))
                    .setParameter("limits", toJson())
                    .setParameter(
                            "latest",
                            limits.stream()
                                    .map(Limit::before)
                                    .max(Instant::compareTo)
                                    .orElse(Instant.EPOCH));
            return query;
        }
    }
}
