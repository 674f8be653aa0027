package fr.hubee.desk.statistics;

import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.Paris;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Counts past days that are not counted yet, including those of missed nights. A day is counted once: later deletions
 * of cases do not change it.
 */
@Stateless
public class CountingService {

    private static final String COUNT = """
            insert into daily_figure (day, process_code, organization_type, measure, bucket, cases)
            select cast(f.at at time zone 'Europe/Paris' as date), f.process_code, f.organization_type, f.measure,
                cast(case when f.measure = 'RECEIVED' then 0 else floor(ln(cast(greatest(1, extract(epoch from f.at - f.since))
                    as double precision)) / ln(cast(:ratio as double precision))) end as integer), count(*)
            from (
                select c.process_code, c.organization_type, 'RECEIVED' as measure, c.transmitted_at as at, c.transmitted_at as since
                from cases c where c.transmitted_at >= :first and c.transmitted_at < :end
                union all
                select c.process_code, c.organization_type, 'PERSON', c.picked_up_by_person_at, c.transmitted_at
                from cases c where c.picked_up_by_person_at >= :first and c.picked_up_by_person_at < :end
                    and c.transmitted_at >= :pickUps
                union all
                select c.process_code, c.organization_type, 'SOFTWARE', c.picked_up_by_software_at, c.transmitted_at
                from cases c where c.picked_up_by_software_at >= :first and c.picked_up_by_software_at < :end
                    and c.transmitted_at >= :pickUps
                union all
                select c.process_code, c.organization_type, case when c.first_outcome = 'REFUSED' then 'REFUSED' else 'FINISHED' end,
                    c.ended_at, c.transmitted_at
                from cases c where c.ended_at >= :first and c.ended_at < :end) f
            group by 1, 2, 3, 4, 5
            on conflict do nothing""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    FigureRepository figures;

    @Inject
    Clock clock;

    /** @return how many rows of figures were added */
    @RolesAllowed(Roles.BATCH)
    public int countMissingDays() {
        var today = clock.instant().atZone(Paris.ZONE).toLocalDate();
        var until = until();
        var end = start(today);
        var first = until == null ? Instant.EPOCH : start(until.plusDays(1));
        if (!first.isBefore(end)) {
            return 0;
        }
        int added = entities.createNativeQuery(COUNT)
                .setParameter("ratio", DurationScale.RATIO)
                .setParameter("first", first)
                .setParameter("end", end)
                .setParameter(
                        "pickUps",
                        figures.pickUpsSince().map(CountingService::start).orElse(Instant.EPOCH))
                .executeUpdate();
        entities.createNativeQuery("update counted_days set until = :until where id = 1")
                .setParameter("until", today.minusDays(1))
                .executeUpdate();
        return added;
    }

    /** Returns the last day that is counted: what is not counted must not be deleted. */
    @RolesAllowed(Roles.BATCH)
    public Optional<LocalDate> countedUntil() {
        return figures.until();
    }

    /** When two nodes count at the same time, the second waits, and then has nothing to do. */
    private LocalDate until() {
        var text = (String)
                entities.createNativeQuery("select cast(until as text) from counted_days where id = 1 for update")
                        .getSingleResult();
        return text == null ? null : LocalDate.parse(text);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Paris.ZONE).toInstant();
    }
}
