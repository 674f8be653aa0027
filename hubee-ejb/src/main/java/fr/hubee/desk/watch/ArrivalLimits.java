package fr.hubee.desk.watch;

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
import java.util.List;

/** The latest arrival of cases that have waited for a number of working days, by area and delay: SQL knows no public holidays. */
@Dependent
class ArrivalLimits {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * Gives a query the limits for all delays in use, as one value, in which SQL looks up « 67/3 »: a join would read the cases once for each
     * area.
     */
    @SuppressWarnings("unchecked") // a native query of one column
    <Q extends Query> Q bind(Q query) {
        List<Integer> delays = entities.createNativeQuery(
                        "select first_days from watch_delay union select second_days from watch_delay"
                                + " union values (:first), (:second)",
                        Integer.class)
                .setParameter("first", WatchDelay.USUAL_FIRST)
                .setParameter("second", WatchDelay.USUAL_SECOND)
                .getResultList();
        var today = LocalDate.ofInstant(clock.instant(), Paris.ZONE);
        var limits = Json.createObjectBuilder();
        var latest = Instant.EPOCH;
        for (var area : WorkingDays.areas()) {
            for (var days : delays) {
                var last = WorkingDays.latestArrival(days, today, area);
                var before = last.plusDays(1).atStartOfDay(Paris.ZONE).toInstant();
                limits.add(area + "/" + days, before.getEpochSecond());
                latest = before.isAfter(latest) ? before : latest;
            }
        }
        query.setParameter("areas", WorkingDays.areas().toArray(String[]::new))
                .setParameter("limits", limits.build().toString())
                .setParameter("latest", latest);
        return query;
    }
}
