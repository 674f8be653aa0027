package fr.hubee.desk.digest;

import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.kernel.shared.Paris;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * Determines the slot of a subscription's digest.
 *
 * @param times when digests are sent, in Paris, in order
 */
record DigestRhythm(List<LocalTime> times) {

    /**
     * The subscription's last slot, given the current one: for a daily digest, the first of the day. Items left from
     * another frequency go into the next digest when the frequency is now immediate, and are dropped when it is now
     * none.
     */
    Optional<Instant> slot(NotificationFrequency frequency, Instant come) {
        return switch (frequency) {
            case EACH, TWICE_A_DAY -> Optional.of(come);
            case DAILY -> Optional.of(firstOfTheDay(come));
            case NONE -> Optional.empty();
        };
    }

    private Instant firstOfTheDay(Instant come) {
        var day = come.atZone(Paris.ZONE).toLocalDate();
        var first = day.atTime(times.get(0)).atZone(Paris.ZONE).toInstant();
        return first.isAfter(come)
                ? day.minusDays(1).atTime(times.get(0)).atZone(Paris.ZONE).toInstant()
                : first;
    }
}
