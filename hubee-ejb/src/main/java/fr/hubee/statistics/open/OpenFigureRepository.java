package fr.hubee.statistics.open;

import fr.hubee.statistics.Counted;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the figures of all organisations together. */
@Dependent
class OpenFigureRepository {
    /** Fewer could lead to a person. */
    private static final long FEWEST = 5;

    @PersistenceContext
    EntityManager entities;

    /** The last counted day. */
    Optional<LocalDate> until() {
        return day("select cast(until as text) from counted_days where id = 1");
    }

    /** From when on it is measured who picks up; empty where that is so for all days. */
    private Optional<LocalDate> pickUpsSince() {
        return day("select cast(pick_ups_since as text) from counted_days where id = 1");
    }

    private Optional<LocalDate> day(String select) {
        return Optional.ofNullable((String) entities.createNativeQuery(select).getSingleResult())
                .map(LocalDate::parse);
    }

    /** Those of démarches that exist, the newest month first. */
    List<OpenMonth> before(LocalDate end) {
        var months = new ArrayList<OpenMonth>();
        var pickUpsSince = pickUpsSince().orElse(LocalDate.MIN);
        var cell = new Cell(null, null, false);
        for (var each : entities.createNativeQuery("""
                        select cast(cast(date_trunc('month', d.day) as date) as text), d.process_code, d.measure,
                            case when d.measure = 'FINISHED' then d.bucket else 0 end, cast(sum(d.cases) as bigint)
                        from daily_figure d join process p on p.code = d.process_code
                        where d.day < :end
                        group by 1, 2, 3, 4 order by 1 desc, 2""").setParameter("end", end).getResultList()) {
            var row = (Object[]) each;
            var month = YearMonth.from(LocalDate.parse((String) row[0]));
            if (!month.equals(cell.month) || !row[1].equals(cell.processCode)) {
                cell.addTo(months);
                cell = new Cell(month, (String) row[1], !month.atDay(1).isBefore(pickUpsSince));
            }
            cell.add((String) row[2], (Integer) row[3], (Long) row[4]);
        }
        cell.addTo(months);
        return List.copyOf(months);
    }

    /** The names of all démarches, by their codes. */
    Map<String, String> names() {
        var names = new HashMap<String, String>();
        for (var each : entities.createNativeQuery("select p.code, p.name from process p")
                .getResultList()) {
            var row = (Object[]) each;
            names.put((String) row[0], (String) row[1]);
        }
        return Map.copyOf(names);
    }

    private static final class Cell {
        private final YearMonth month;
        private final String processCode;
        private final boolean pickUps;
        private final Map<String, SortedMap<Integer, Long>> buckets = new HashMap<>();

        Cell(YearMonth month, String processCode, boolean pickUps) {
            this.month = month;
            this.processCode = processCode;
            this.pickUps = pickUps;
        }

        void add(String measure, Integer bucket, Long cases) {
            buckets.computeIfAbsent(measure, any -> new TreeMap<>()).put(bucket, cases);
        }

        void addTo(List<OpenMonth> months) {
            if (month != null) {
                months.add(new OpenMonth(
                        month,
                        processCode,
                        cases("RECEIVED"),
                        pickUps,
                        pickUps ? cases("PERSON") : null,
                        pickUps ? cases("SOFTWARE") : null,
                        cases("FINISHED"),
                        cases("REFUSED"),
                        half("FINISHED")));
            }
        }

        private Counted of(String measure) {
            return Counted.of(buckets.getOrDefault(measure, new TreeMap<>()));
        }

        private Long cases(String measure) {
            long cases = of(measure).cases();
            return cases > 0 && cases < FEWEST ? null : Long.valueOf(cases);
        }

        private Duration half(String measure) {
            var counted = of(measure);
            return counted.cases() < FEWEST ? null : counted.median();
        }
    }
}
