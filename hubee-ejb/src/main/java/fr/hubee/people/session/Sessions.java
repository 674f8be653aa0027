package fr.hubee.people.session;

import fr.hubee.kernel.security.TokenText;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The sessions of signed-in people. */
@Dependent
public class Sessions {
    @PersistenceContext
    EntityManager entities;

    void add(PersonSession session) {
        entities.persist(session);
    }

    public Optional<PersonSession> find(String token) {
        return Optional.ofNullable(entities.find(PersonSession.class, TokenText.hash(token)));
    }

    /** A direct update without the entity, so that a concurrent sign-out causes no conflict. */
    void noteUse(String token, Instant now) {
        entities.createQuery("update PersonSession s set s.usedAt = :now where s.tokenHash = :hash")
                .setParameter("now", now)
                .setParameter("hash", TokenText.hash(token))
                .executeUpdate();
    }

    /** A direct update, as for activity. */
    public void noteSecondFactor(String token, Instant now) {
        entities.createQuery("update PersonSession s set s.secondFactorAt = :now where s.tokenHash = :hash")
                .setParameter("now", now)
                .setParameter("hash", TokenText.hash(token))
                .executeUpdate();
    }

    void close(String token) {
        entities.createQuery("delete from PersonSession s where s.tokenHash = :hash")
                .setParameter("hash", TokenText.hash(token))
                .executeUpdate();
    }

    public void closeAllOf(UUID accountId) {
        entities.createQuery("delete from PersonSession s where s.accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }

    public int removeOver(Instant usedBefore, Instant openedBefore) {
        return entities.createQuery("delete from PersonSession s where s.usedAt < :used or s.openedAt < :opened")
                .setParameter("used", usedBefore)
                .setParameter("opened", openedBefore)
                .executeUpdate();
    }
}
