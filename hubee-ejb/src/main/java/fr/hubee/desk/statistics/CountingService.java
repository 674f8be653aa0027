package fr.hubee.desk.statistics;

import fr.hubee.desk.statistics.Disclosure.Balance;
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
import java.util.function.Consumer;

/**
 * Counts each night the past days that are not counted yet, missed nights included, for the figures of the hub and of each organisation;
 * then publishes the months that are over. A day is counted once: later deletions of cases do not change its figures.
 */
@Stateless
@RolesAllowed(RoleNames.BATCH)
public class CountingService {
    /** The bucket of {@link DurationScale} of a case of {@link #PASSED}. */
    private static final String BUCKET = """
            cast(case when f.measure = 'RECEIVED' then 0 else floor(ln(cast(greatest(1, extract(epoch from f.at - f.transmitted_at))
                as double precision)) / ln(cast(:ratio as double precision))) end as integer)""";

    /** The cases that passed a measure on the days to count, and when; each may have passed several. Its placeholder is the measure of cases that ended, in SQL. */
    private static final String PASSED = """
             from (
                select c.*, 'RECEIVED' as measure, c.transmitted_at as at
                from cases c where c.transmitted_at >= :first and c.transmitted_at < :end
                union all
                select c.*, 'PERSON', c.picked_up_by_person_at
                from cases c where c.picked_up_by_person_at >= :first and c.picked_up_by_person_at < :end
                union all
                select c.*, 'SOFTWARE', c.picked_up_by_software_at
                from cases c where c.picked_up_by_software_at >= :first and c.picked_up_by_software_at < :end
                union all
                select c.*, %s, c.ended_at
                from cases c where c.ended_at >= :first and c.ended_at < :end) f
            """;

    private static final String COUNT_DAYS = """
            insert into daily_figure (day, process_code, organization_type, measure, bucket, cases)
            select cast(f.at at time zone 'Europe/Paris' as date), f.process_code, f.organization_type, f.measure,
            """ + BUCKET + ", count(*)"
            + PASSED.formatted("case when c.first_outcome = 'REFUSED' then 'REFUSED' else 'FINISHED' end") + """
            where f.transmitted_at >= :since or f.measure not in ('PERSON', 'SOFTWARE')
            group by 1, 2, 3, 4, 5
            on conflict do nothing""";

    private static final String COUNT_ORGANIZATIONS = """
            insert into organization_figure
            select f.organization_type, f.company_register, f.branch_code, f.process_code,
                cast(date_trunc('month', f.at at time zone 'Europe/Paris') as date), f.measure,
            """ + BUCKET + ", count(*)"
            + PASSED.formatted("case when c.access_mode = 'API' then 'ENDED_BY_SOFTWARE' else 'ENDED_BY_PERSON' end")
            + """
            where f.transmitted_at >= :since
            group by 1, 2, 3, 4, 5, 6, 7
            on conflict (organization_type, company_register, branch_code, process_code, month, measure, bucket)
            do update set cases = organization_figure.cases + excluded.cases""";

    /** The two years that can be shown, and the month that is not over. */
    private static final int MONTHS_KEPT = 25;

    @PersistenceContext
    EntityManager entities;

    @Inject
    OwnFigureRepository own;

    @Inject
    OpenFigureRepository open;

    @Inject
    Clock clock;

    /** @return how many rows of figures were added */
    public int countDays() {
        var days = CountedDays.locked(entities);
        return count(COUNT_DAYS, today(), days.until(), days.pickUpsSince(), days::counted);
    }

    /** Returns the last day that is counted: what is not counted must not be deleted. */
    public Optional<LocalDate> countedUntil() {
        return CountedDays.read(entities).until();
    }

    /**
     * Adds the missing past days to the month of each organisation; once a month, compares organisations.
     *
     * @return how many rows changed
     */
    public int countOrganizations() {
        var days = CountedDays.locked(entities);
        var today = today();
        int changed = count(
                COUNT_ORGANIZATIONS,
                today,
                days.organizationsUntil(),
                days.organizationsSince(),
                days::organizationsCounted);
        var month = today.withDayOfMonth(1).minusMonths(1);
        if (!days.peersUntil().equals(Optional.of(month))) {
            changed += own.compare(month);
            days.compared(month);
            own.forgetBefore(month.minusMonths(MONTHS_KEPT - 1L));
        }
        return changed;
    }

    /**
     * Counts the missing days before today. The same transaction stores the last one: a day counts once, even after an interruption.
     *
     * @param statement that inserts {@link #PASSED}, with {@code :since} of the first day
     * @param today read once, since midnight may pass during the statement
     * @return how many rows changed
     */
    private int count(
            String statement,
            LocalDate today,
            Optional<LocalDate> until,
            Optional<LocalDate> since,
            Consumer<LocalDate> counted) {
        var first = until.map(day -> start(day.plusDays(1))).orElse(Instant.EPOCH);
        var end = start(today);
        if (!first.isBefore(end)) {
            return 0;
        }
        int changed = entities.createNativeQuery(statement)
                .setParameter("ratio", DurationScale.RATIO)
                .setParameter("first", first)
                .setParameter("end", end)
                .setParameter("since", since.map(CountingService::start).orElse(Instant.EPOCH))
                .executeUpdate();
        counted.accept(today.minusDays(1));
        return changed;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Paris.ZONE);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Paris.ZONE).toInstant();
    }

    /**
     * Publishes past months, each once: a published figure never changes. Nobody else publishes until this transaction ends.
     *
     * @return how many months of démarches were published
     */
    public int publishMonths() {
        var days = CountedDays.locked(entities);
        var counted = firstUncounted(days).map(day -> day.withDayOfMonth(1));
        if (counted.isEmpty()
                || days.publishedUntil()
                        .filter(until -> !until.isBefore(counted.get().minusDays(1)))
                        .isPresent()) {
            return 0;
        }
        var end = counted.get();
        var disclosed = open.disclosed();
        var months = open.before(end);
        for (var month : months) {
            var disclosure = disclosed.computeIfAbsent(
                    month.processCode(), any -> new Disclosure(new Balance(0), new Balance(0)));
            open.add(disclosure.publish(month));
        }
        days.published(end.minusDays(1));
        return months.size();
    }

    private static Optional<LocalDate> firstUncounted(CountedDays days) {
        return days.until()
                .flatMap(until ->
                        days.organizationsUntil().map(other -> (until.isBefore(other) ? until : other).plusDays(1)));
    }
}
