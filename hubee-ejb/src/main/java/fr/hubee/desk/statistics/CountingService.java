package fr.hubee.desk.statistics;

import static fr.hubee.desk.statistics.CountedDays.BUCKET;
import static fr.hubee.desk.statistics.CountedDays.PASSED;

import fr.hubee.desk.statistics.CountedDays.Day;
import fr.hubee.kernel.security.RoleNames;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;

/** Counts the figures of each day, by démarche and type of organisation. */
@Stateless
@RolesAllowed(RoleNames.BATCH)
public class CountingService {
    private static final String COUNT = """
            insert into daily_figure (day, process_code, organization_type, measure, bucket, cases)
            select cast(f.at at time zone 'Europe/Paris' as date), f.process_code, f.organization_type, f.measure,
            """ + BUCKET + ", count(*)"
            + PASSED.formatted("case when c.first_outcome = 'REFUSED' then 'REFUSED' else 'FINISHED' end") + """
            where f.transmitted_at >= :since or f.measure not in ('PERSON', 'SOFTWARE')
            group by 1, 2, 3, 4, 5
            on conflict do nothing""";

    @Inject
    CountedDays days;

    /** @return how many rows of figures were added */
    public int countMissingDays() {
        return days.count(COUNT, Day.UNTIL, Day.PICK_UPS_SINCE, days.today());
    }

    /** Returns the last day that is counted: what is not counted must not be deleted. */
    public Optional<LocalDate> countedUntil() {
        return days.get(Day.UNTIL);
    }
}
