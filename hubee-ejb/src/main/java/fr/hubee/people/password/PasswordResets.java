package fr.hubee.people.password;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Accounts whose password was reset by mail within a day. */
@Dependent
public class PasswordResets {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    public void note(UUID accountId) {
        entities.merge(new PasswordReset(accountId, clock.instant()));
    }

    /** Returns until when a mailed code does not count as a second factor; empty when it does. */
    public Optional<Instant> watchedUntil(UUID accountId) {
        return Optional.ofNullable(entities.find(PasswordReset.class, accountId))
                .map(PasswordReset::end)
                .filter(clock.instant()::isBefore);
    }

    /** @return false when there was none */
    boolean lift(UUID accountId) {
        return entities.createQuery("delete from PasswordReset r where r.accountId = :account")
                        .setParameter("account", accountId)
                        .executeUpdate()
                == 1;
    }

    public int forgetBefore(Instant date) {
        return entities.createQuery("delete from PasswordReset r where r.resetAt < :date")
                .setParameter("date", date)
                .executeUpdate();
    }
}
