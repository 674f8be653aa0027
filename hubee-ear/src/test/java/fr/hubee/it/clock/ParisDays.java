package fr.hubee.it.clock;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;

/**
 * Days as the hub counts them: those of Paris, of which one in spring has 23 hours and one in autumn 25. The database and UTC count
 * differently: for an hour of the evening they are a day off, until two months after the change.
 */
public final class ParisDays {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private ParisDays() {}

    /** Returns the moment that many days ago, at this hour. */
    public static Instant ago(int days) {
        return before(Instant.now(), Period.ofDays(days));
    }

    public static Instant before(Instant moment, TemporalAmount days) {
        return moment.atZone(PARIS).minus(days).toInstant();
    }

    public static Instant after(Instant moment, TemporalAmount days) {
        return moment.atZone(PARIS).plus(days).toInstant();
    }
}
