package fr.hubee.people.session;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/** The number of failed sign-ins from an address or network, and how long it must wait. */
@Entity
public class SignInPlace {
    static final Duration COUNTED_FOR = Duration.ofHours(1);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int ENOUGH_DOUBLINGS = 6;
    private static final int LEFT_AFTER_A_WAIT = 3;

    @Id
    private String place;

    private int failures;
    private int waits;
    private Instant countedSince;
    private Instant refusedUntil;
    private Instant lastAt;

    SignInPlace() {}

    SignInPlace(String place, Instant now) {
        this.place = place;
        this.countedSince = now;
        this.lastAt = now;
    }

    /**
     * Counts an attempt before it is checked.
     *
     * @param most failures within an hour; after a wait, a third of them
     */
    CountedAttempt reserve(int most, Instant now) {
        if (refusedUntil != null && now.isBefore(refusedUntil)) {
            return new CountedAttempt(true, refusedUntil);
        }
        if (!now.isBefore(countedSince.plus(COUNTED_FOR))) {
            countedSince = now;
            failures = 0;
            waits = 0;
        }
        lastAt = now;
        failures++;
        if (failures < (waits == 0 ? most : most / LEFT_AFTER_A_WAIT)) {
            return new CountedAttempt(false, null);
        }
        refusedUntil = now.plus(wait(waits));
        countedSince = refusedUntil;
        failures = 0;
        waits++;
        return new CountedAttempt(false, refusedUntil);
    }

    static Duration wait(int earlier) {
        var doubled = FIRST_WAIT.multipliedBy(1L << Math.min(earlier, ENOUGH_DOUBLINGS));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    void takeBack(int most, CountedAttempt attempt) {
        if (attempt.locks() && attempt.lockedUntil().equals(refusedUntil)) {
            waits--;
            failures = waits == 0 ? most : most / LEFT_AFTER_A_WAIT;
            refusedUntil = null;
            countedSince = lastAt;
        }
        failures = Math.max(failures - 1, 0);
    }
}
