package fr.hubee.desk.statistics;

import fr.hubee.desk.statistics.Disclosure.Balance;
import fr.hubee.desk.statistics.OpenFigures.OpenMonth;
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

/** Stores the published figures of months. */
@Dependent
class OpenFigureRepository {
    @PersistenceContext
    EntityManager entities;

    /** The last day of the newest published month. */
    Optional<LocalDate> until() {
        return Optional.ofNullable((String) entities.createNativeQuery(
                                "select cast(published_until as text) from counted_days where id = 1")
                        .getSingleResult())
                .map(LocalDate::parse);
    }

    void publishedUntil(LocalDate day) {
        entities.createNativeQuery("update counted_days set published_until = :day where id = 1")
                .setParameter("day", day)
                .executeUpdate();
    }

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
        var names = new HashMap<String, String>();
        for (var each : entities.createNativeQuery("select p.code, p.name from process p")
                .getResultList()) {
            var row = (Object[]) each;
            names.put((String) row[0], (String) row[1]);
        }
        return Map.copyOf(names);
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
}
