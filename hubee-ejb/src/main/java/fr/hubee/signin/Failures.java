package fr.hubee.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;

/** Counts failures by login; whoever counts holds the row until the end of the transaction. */
@Dependent
class Failures {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    Attempt reserve(Login login) {
        var now = clock.instant();
        entities.createNativeQuery("""
                        insert into sign_in_failure (login_hash, failures, locks, last_at) values (:login, 0, 0, :now)
                        on conflict (login_hash) do update set login_hash = excluded.login_hash""")
                .setParameter("login", login.hash())
                .setParameter("now", now)
                .executeUpdate();
        return entities.find(SignInFailure.class, login.hash()).reserve(now);
    }

    void takeBack(Login login, Attempt attempt) {
        var counted = entities.find(SignInFailure.class, login.hash(), LockModeType.PESSIMISTIC_WRITE);
        if (counted != null) {
            counted.takeBack(attempt);
        }
    }

    /** She is in: it begins anew. */
    void forget(Login login) {
        entities.createQuery("delete from SignInFailure f where f.loginHash = :login")
                .setParameter("login", login.hash())
                .executeUpdate();
    }

    int forgetBefore(Instant date) {
        return entities.createQuery("""
                        delete from SignInFailure f
                        where f.lastAt < :date and (f.lockedUntil is null or f.lockedUntil < :date)""").setParameter("date", date).executeUpdate();
    }
}
