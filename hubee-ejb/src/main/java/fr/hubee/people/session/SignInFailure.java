package fr.hubee.people.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** The number of failures of a login since its last success, from any origin; the login may not exist. */
@Entity
@Table(name = "sign_in_failure")
public class SignInFailure {
    @Id
    @Column(name = "login_hash")
    private String loginHash;

    private int failures;
    private int locks;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    @Column(name = "last_at")
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
        if (failures < LockPolicy.FAILURES) {
            return new CountedAttempt(false, null);
        }
        failures = 0;
        lockedUntil = now.plus(LockPolicy.lockAfter(locks));
        locks++;
        return new CountedAttempt(false, lockedUntil);
    }

    Optional<Instant> lockAt(Instant now) {
        return Optional.ofNullable(lockedUntil).filter(now::isBefore);
    }

    /** The attempt was no failure, but the sign-in is not complete: earlier failures stay counted. */
    void takeBack(CountedAttempt attempt) {
        if (attempt.locks() && attempt.lockedUntil().equals(lockedUntil)) {
            failures = LockPolicy.FAILURES;
            lockedUntil = null;
            locks--;
        }
        failures = Math.max(failures - 1, 0);
    }
}
