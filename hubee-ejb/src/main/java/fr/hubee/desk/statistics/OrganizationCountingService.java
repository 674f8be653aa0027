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

/**
 * Adds the missing past days to the month of each organisation; once a month, compares organisations. The same transaction stores the last
 * counted day: a day counts once, even after an interruption.
 */
@Stateless
@RolesAllowed(Roles.BATCH)
public class OrganizationCountingService {
    /** The two years that can be shown, and the month that is not over. */
    private static final int MONTHS_KEPT = 25;

    private static final String COUNT = """
            insert into organization_figure
            select f.organization_type, f.company_register, f.branch_code, f.process_code,
                cast(date_trunc('month', f.at at time zone 'Europe/Paris') as date), f.measure,
                cast(case when f.measure = 'RECEIVED' then 0 else floor(ln(cast(greatest(1, extract(epoch from f.at - f.since))
                    as double precision)) / ln(cast(:ratio as double precision))) end as integer), count(*)
            from (
                select c.*, 'RECEIVED' as measure, c.transmitted_at as at, c.transmitted_at as since
                from cases c where c.transmitted_at >= :first and c.transmitted_at < :end
                union all
                select c.*, 'PERSON', c.picked_up_by_person_at, c.transmitted_at
                from cases c where c.picked_up_by_person_at >= :first and c.picked_up_by_person_at < :end
                union all
                select c.*, 'SOFTWARE', c.picked_up_by_software_at, c.transmitted_at
                from cases c where c.picked_up_by_software_at >= :first and c.picked_up_by_software_at < :end
                union all
                select c.*, case when c.access_mode = 'API' then 'ENDED_BY_SOFTWARE' else 'ENDED_BY_PERSON' end,
                    c.ended_at, c.transmitted_at
                from cases c where c.ended_at >= :first and c.ended_at < :end) f
            where f.transmitted_at >= :since
            group by 1, 2, 3, 4, 5, 6, 7
            on conflict (organization_type, company_register, branch_code, process_code, month, measure, bucket)
            do update set cases = organization_figure.cases + excluded.cases""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    PeerRepository peers;

    @Inject
    OwnFigureRepository figures;

    @Inject
    Clock clock;

    /** @return how many rows changed */
    public int countMissingDays() {
        var today = clock.instant().atZone(Paris.ZONE).toLocalDate();
        var until = figures.lockedUntil();
        var first = until == null ? Instant.EPOCH : start(until.plusDays(1));
        int changed = 0;
        if (first.isBefore(start(today))) {
            changed = entities.createNativeQuery(COUNT)
                    .setParameter("ratio", DurationScale.RATIO)
                    .setParameter("first", first)
                    .setParameter("end", start(today))
                    .setParameter(
                            "since",
                            figures.since()
                                    .map(OrganizationCountingService::start)
                                    .orElse(Instant.EPOCH))
                    .executeUpdate();
            figures.countedUntil(today.minusDays(1));
        }
        var month = today.withDayOfMonth(1).minusMonths(1);
        if (!month.equals(peers.until())) {
            changed += peers.compare(month);
            figures.forgetBefore(month.minusMonths(MONTHS_KEPT - 1L));
        }
        return changed;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Paris.ZONE).toInstant();
    }
}
