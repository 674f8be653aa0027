package fr.hubee.desk.statistics;

import fr.hubee.kernel.database.RowLookup;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;

/** The days until which figures are counted, compared and published, and since which: one row of the database. */
@Entity
@Table(name = "counted_days")
class CountedDays {
    private static final int ONLY = 1;

    @Id
    private int id;

    private LocalDate until;
    private LocalDate pickUpsSince;
    private LocalDate organizationsUntil;
    private LocalDate organizationsSince;
    private LocalDate peersUntil;
    private LocalDate publishedUntil;

    CountedDays() {}

    static CountedDays read(EntityManager entities) {
        return RowLookup.find(entities, CountedDays.class, ONLY);
    }

    /** Locks the row until the end of the transaction: of two nodes that count, the second waits, and then has nothing to do. */
    static CountedDays locked(EntityManager entities) {
        return RowLookup.findLocked(entities, CountedDays.class, ONLY);
    }

    Optional<LocalDate> until() {
        return Optional.ofNullable(until);
    }

    void counted(LocalDate day) {
        until = day;
    }

    /** The first day with pick-ups; empty where all days are counted. */
    Optional<LocalDate> pickUpsSince() {
        return Optional.ofNullable(pickUpsSince);
    }

    Optional<LocalDate> organizationsUntil() {
        return Optional.ofNullable(organizationsUntil);
    }

    void organizationsCounted(LocalDate day) {
        organizationsUntil = day;
    }

    /** The first day of which organisations have figures; empty where all are counted. */
    Optional<LocalDate> organizationsSince() {
        return Optional.ofNullable(organizationsSince);
    }

    /** The first day of the last of the twelve months that were compared. */
    Optional<LocalDate> peersUntil() {
        return Optional.ofNullable(peersUntil);
    }

    void compared(LocalDate month) {
        peersUntil = month;
    }

    /** The last day of the newest published month. */
    Optional<LocalDate> publishedUntil() {
        return Optional.ofNullable(publishedUntil);
    }

    void published(LocalDate day) {
        publishedUntil = day;
    }
}
