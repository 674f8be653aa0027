package fr.hubee.digest;

import fr.hubee.subscription.NotificationFrequency;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Which slot a subscription is told of.
 *
 * @param times when digests leave, in Paris, in order
 */
record DigestRhythm(List<LocalTime> times) {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /**
     * The last slot of a subscription when that one has come: for one digest a day, the first of the day. What was waiting
     * when its administration chose to be told at once comes with the next digest, and is not told when it chose none.
     */
    Optional<Instant> slot(NotificationFrequency frequency, Instant come) {
        return switch (frequency) {
            case EACH, TWICE_A_DAY -> Optional.of(come);
            case DAILY -> Optional.of(firstOfTheDay(come));
            case NONE -> Optional.empty();
        };
    }

    private Instant firstOfTheDay(Instant come) {
        var day = come.atZone(PARIS).toLocalDate();
        var first = day.atTime(times.get(0)).atZone(PARIS).toInstant();
        return first.isAfter(come)
                ? day.minusDays(1).atTime(times.get(0)).atZone(PARIS).toInstant()
                : first;
    }
}
