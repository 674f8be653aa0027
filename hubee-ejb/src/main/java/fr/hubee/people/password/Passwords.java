package fr.hubee.people.password;

import fr.hubee.kernel.trace.AdvisoryLock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The current and former passwords of accounts. An account is watched for a day after its password was reset by a link sent by mail: a code
 * sent to the same mailbox does not count as a second factor.
 */
@Dependent
public class Passwords {
    public static final Duration WATCHED = Duration.ofHours(24);

    private static final int KEPT = 5;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** Serialises choices and checks of an account's password: an old password is then no longer accepted. */
    public void lock(UUID accountId) {
        AdvisoryLock.take(entities, "password of " + accountId);
    }

    /** Returns the newest first. */
    public List<ChosenPassword> lastOf(UUID accountId) {
        return entities.createQuery(
                        "select p from ChosenPassword p where p.accountId = :account order by p.chosenAt desc, p.id desc",
                        ChosenPassword.class)
                .setParameter("account", accountId)
                .setMaxResults(KEPT)
                .getResultList();
    }

    public Optional<ChosenPassword> currentOf(UUID accountId) {
        return lastOf(accountId).stream().findFirst();
    }

    public void add(ChosenPassword password) {
        entities.persist(password);
    }

    public void forgetOlder(UUID accountId) {
        var kept = lastOf(accountId).stream().map(ChosenPassword::id).toList();
        entities.createQuery("delete from ChosenPassword p where p.accountId = :account and p.id not in :kept")
                .setParameter("account", accountId)
                .setParameter("kept", kept)
                .executeUpdate();
    }

    public void noteReset(UUID accountId) {
        entities.createNativeQuery("""
                        insert into password_reset (account_id, reset_at) values (:account, :now)
                        on conflict (account_id) do update set reset_at = excluded.reset_at""")
                .setParameter("account", accountId)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Returns until when a mailed code does not count as a second factor; empty when it does. */
    public Optional<Instant> watchedUntil(UUID accountId) {
        List<?> found = entities.createNativeQuery(
                        "select reset_at from password_reset where account_id = :account", Instant.class)
                .setParameter("account", accountId)
                .getResultList();
        return found.stream()
                .map(reset -> ((Instant) reset).plus(WATCHED))
                .filter(clock.instant()::isBefore)
                .findFirst();
    }

    /** @return false when the account was not watched */
    boolean liftWatch(UUID accountId) {
        return entities.createNativeQuery("delete from password_reset where account_id = :account")
                        .setParameter("account", accountId)
                        .executeUpdate()
                == 1;
    }
}
