package fr.hubee.signin.attempt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** How often a login failed since it last succeeded, from wherever; whether it exists makes no difference. */
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

    /** Counts an attempt before it is looked at: thousands at once get no more of them than one after the other. */
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

    /** The attempt was no failure; but she is not in yet, so those before it stay counted. */
    void takeBack(CountedAttempt attempt) {
        if (attempt.locks() && attempt.lockedUntil().equals(lockedUntil)) {
            failures = LockPolicy.FAILURES;
            lockedUntil = null;
            locks--;
        }
        failures = Math.max(failures - 1, 0);
    }
}
