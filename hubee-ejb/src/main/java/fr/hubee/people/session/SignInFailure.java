package fr.hubee.people.session;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The number of failures of a login since its last success, from any origin; the login may not exist. Five failures lock it for a quarter
 * of an hour, doubled at each new lock (specification §6.2).
 */
@Entity
public class SignInFailure {
    static final int FAILURES = 5;
    private static final Duration FIRST_LOCK = Duration.ofMinutes(15);

    /** Maximum duration of a lock: with a longer one, anybody could lock a person out for weeks. */
    private static final Duration LONGEST_LOCK = Duration.ofDays(1);

    private static final int ENOUGH_DOUBLINGS = 10;

    @Id
    private String loginHash;

    private int failures;
    private int locks;
    private Instant lockedUntil;
    private Instant lastAt;

    SignInFailure() {}

    SignInFailure(String loginHash) {
        this.loginHash = loginHash;
    }

    /** Counts an attempt before it is checked: parallel attempts get no more guesses than sequential ones. */
    CountedAttempt reserve(Instant now) {
        if (lockedUntil != null && now.isBefore(lockedUntil)) {
            return new CountedAttempt(true, lockedUntil);
        }
        lastAt = now;
        failures++;
        if (failures < FAILURES) {
            return new CountedAttempt(false, null);
        }
        failures = 0;
        lockedUntil = now.plus(lockAfter(locks));
        locks++;
        return new CountedAttempt(false, lockedUntil);
    }

    Optional<Instant> lockAt(Instant now) {
        return Optional.ofNullable(lockedUntil).filter(now::isBefore);
    }

    /** The attempt was no failure, but the sign-in is not complete: earlier failures stay counted. */
    void takeBack(CountedAttempt attempt) {
        if (attempt.locks() && attempt.lockedUntil().equals(lockedUntil)) {
            failures = FAILURES;
            lockedUntil = null;
            locks--;
        }
        failures = Math.max(failures - 1, 0);
    }

    /** @param earlier number of locks since her last success */
    static Duration lockAfter(int earlier) {
        var doubled = FIRST_LOCK.multipliedBy(1L << Math.min(earlier, ENOUGH_DOUBLINGS));
        return doubled.compareTo(LONGEST_LOCK) < 0 ? doubled : LONGEST_LOCK;
    }
}
