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

/** The days until which figures are counted, compared and published, and since which: one row of the database. */
@Dependent
class CountedDays {
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

    static Instant start(LocalDate day) {
        return day.atStartOfDay(Paris.ZONE).toInstant();
    }
}
