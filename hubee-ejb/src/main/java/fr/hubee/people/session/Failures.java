package fr.hubee.people.session;

import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.people.account.KnownAccount;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Counts failures by login; counting locks the row until the end of the transaction. */
@Dependent
public class Failures {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    public CountedAttempt reserve(FailureKey key) {
        var now = clock.instant();
        entities.createNativeQuery("""
                        insert into sign_in_failure (login_hash, failures, locks, last_at) values (:login, 0, 0, :now)
                        on conflict (login_hash) do update set login_hash = excluded.login_hash""")
                .setParameter("login", key.hash())
                .setParameter("now", now)
                .executeUpdate();
        return RowLookup.find(entities, SignInFailure.class, key.hash()).reserve(now);
    }

    public void takeBack(FailureKey key, CountedAttempt attempt) {
        if (attempt.refused()) {
            return; // it was not counted
        }
        var counted = RowLookup.findLocked(entities, SignInFailure.class, key.hash());
        if (counted != null) {
            counted.takeBack(attempt);
        }
    }

    /** The end of the current lock. */
    public Optional<Instant> lock(FailureKey key) {
        return Optional.ofNullable(RowLookup.find(entities, SignInFailure.class, key.hash()))
                .flatMap(failure -> failure.lockAt(clock.instant()));
    }

    public void forget(FailureKey key) {
        entities.createQuery("delete from SignInFailure f where f.loginHash = :login")
                .setParameter("login", key.hash())
                .executeUpdate();
    }

    /** The key under which failures are counted: only a hash of the login, which may be a password typed in the wrong field. */
    public record FailureKey(String hash) {

        /** Returns the key for attempts from any device. */
        public static FailureKey of(Login login) {
            return new FailureKey(login.hash());
        }

        /** Returns the key for a known device of the account: others' failures do not count. */
        public static FailureKey onDevice(Login login, String device) {
            return new FailureKey(Sha256.hex("device " + device + " of " + login.text()));
        }

        /** Returns the key for a person who has already proven something: a correct password, or an open session. */
        public static FailureKey inside(Login login) {
            return new FailureKey(Sha256.hex("inside " + login.text()));
        }

        public static FailureKey inside(KnownAccount account) {
            return inside(Login.of(account.email()));
        }
    }
}
