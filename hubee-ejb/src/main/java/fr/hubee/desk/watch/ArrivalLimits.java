package fr.hubee.desk.watch;

import fr.hubee.kernel.shared.Paris;
import jakarta.json.Json;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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
                        area, days, last.plusDays(1).atStartOfDay(Paris.ZONE).toInstant()));
            }
        }
        return new ArrivalLimits(limits);
    }

    /** Returns the limits as one value, in which SQL looks up « 67/3 »: a join would read the cases once for each area. */
    private String toJson() {
        var json = Json.createObjectBuilder();
        limits.forEach(
                each -> json.add(each.area() + "/" + each.days(), each.before().getEpochSecond()));
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
