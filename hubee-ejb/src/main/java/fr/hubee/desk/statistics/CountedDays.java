package fr.hubee.desk.statistics;

import fr.hubee.kernel.shared.Paris;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * The days until which figures are counted, compared and published, and since which: one row of the database. Counts the past days that are
 * not counted yet, missed nights included. A day is counted once: later deletions of cases do not change its figures.
 */
@Dependent
class CountedDays {
    /** The bucket of {@link DurationScale} of a case of {@link #PASSED}. */
    static final String BUCKET = """
            cast(case when f.measure = 'RECEIVED' then 0 else floor(ln(cast(greatest(1, extract(epoch from f.at - f.transmitted_at))
                as double precision)) / ln(cast(:ratio as double precision))) end as integer)""";

    /** The cases that passed a measure on the days to count, and when; each may have passed several. Its placeholder is the measure of cases that ended, in SQL. */
    static final String PASSED = """
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

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    enum Day {
        UNTIL,
        /** The first day with pick-ups; empty where all days are counted. */
        PICK_UPS_SINCE,
        /** The last day of the newest published month. */
        PUBLISHED_UNTIL,
        ORGANIZATIONS_UNTIL,
        /** The first day of which organisations have figures; empty where all are counted. */
        ORGANIZATIONS_SINCE,
        /** The first day of the last of the twelve months that were compared. */
        PEERS_UNTIL;

        private String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Counts the missing days before today. The same transaction stores the last one: a day counts once, even after an interruption.
     *
     * @param statement that inserts {@link #PASSED}, with {@code :since} of the first day
     * @return how many rows changed
     */
    int count(String statement, Day until, Day since, LocalDate today) {
        var first = locked(until).map(day -> start(day.plusDays(1))).orElse(Instant.EPOCH);
        var end = start(today);
        if (!first.isBefore(end)) {
            return 0;
        }
        int changed = entities.createNativeQuery(statement)
                .setParameter("ratio", DurationScale.RATIO)
                .setParameter("first", first)
                .setParameter("end", end)
                .setParameter("since", get(since).map(CountedDays::start).orElse(Instant.EPOCH))
                .executeUpdate();
        set(until, today.minusDays(1));
        return changed;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Paris.ZONE);
    }

    Optional<LocalDate> get(Day day) {
        return read(day, "");
    }

    /** Locks the row until the end of the transaction: of two nodes that count, the second waits, and then has nothing to do. */
    Optional<LocalDate> locked(Day day) {
        return read(day, " for update");
    }

    private Optional<LocalDate> read(Day day, String lock) {
        var query = "select cast(" + day.column() + " as text) from counted_days where id = 1" + lock;
        return Optional.ofNullable((String) entities.createNativeQuery(query).getSingleResult())
                .map(LocalDate::parse);
    }

    void set(Day day, LocalDate date) {
        entities.createNativeQuery("update counted_days set " + day.column() + " = :date where id = 1")
                .setParameter("date", date)
                .executeUpdate();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Paris.ZONE).toInstant();
    }
}
