package fr.hubee.desk.statistics;

import fr.hubee.desk.statistics.CountedDays.Day;
import fr.hubee.kernel.security.RoleNames;
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
    CountedDays days;

    @Inject
    Clock clock;

    /** @return how many rows of figures were added */
    @RolesAllowed(RoleNames.BATCH)
    public int countMissingDays() {
        var today = clock.instant().atZone(Paris.ZONE).toLocalDate();
        var until = days.locked(Day.UNTIL);
        var end = CountedDays.start(today);
        var first = until.map(day -> CountedDays.start(day.plusDays(1))).orElse(Instant.EPOCH);
        if (!first.isBefore(end)) {
            return 0;
        }
        int added = entities.createNativeQuery(COUNT)
                .setParameter("ratio", DurationScale.RATIO)
                .setParameter("first", first)
                .setParameter("end", end)
                .setParameter(
                        "pickUps",
                        days.get(Day.PICK_UPS_SINCE).map(CountedDays::start).orElse(Instant.EPOCH))
                .executeUpdate();
        days.set(Day.UNTIL, today.minusDays(1));
        return added;
    }

    /** Returns the last day that is counted: what is not counted must not be deleted. */
    @RolesAllowed(RoleNames.BATCH)
    public Optional<LocalDate> countedUntil() {
        return days.get(Day.UNTIL);
    }
}
