package fr.hubee.people.secondfactor;

import fr.hubee.kernel.security.TokenText;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Incomplete sign-ins, and the codes sent for them. */
@Dependent
public class SignInSteps {
    /** Limits the number of hash comparisons, which are slow. */
    private static final int COMPARED = SignInStep.CODES + 1;

    @PersistenceContext
    EntityManager entities;

    void add(SignInStep step) {
        entities.persist(step);
    }

    public void add(SignInCode code) {
        entities.persist(code);
    }

    /** Locks the row until the end of the transaction, as the next method does. */
    public Optional<SignInStep> findForUpdate(UUID id, Instant now) {
        return Optional.ofNullable(entities.find(SignInStep.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(step -> step.isOpen(now));
    }

    public Optional<SignInStep> findForUpdate(String token, Instant now) {
        return find(token, LockModeType.PESSIMISTIC_WRITE).filter(step -> step.isOpen(now));
    }

    /** Finds a step, even an expired one. */
    Optional<SignInStep> find(String token) {
        return find(token, LockModeType.NONE);
    }

    private Optional<SignInStep> find(String token, LockModeType lock) {
        return entities.createQuery("select s from SignInStep s where s.tokenHash = :hash", SignInStep.class)
                .setParameter("hash", TokenText.hash(token))
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    /** Returns the newest first. */
    public List<String> codesOf(UUID stepId, Instant now) {
        return entities.createQuery("""
                        select c.hash from SignInCode c
                        where c.stepId = :step and c.expiresAt > :now order by c.id desc""", String.class)
                .setParameter("step", stepId)
                .setParameter("now", now)
                .setMaxResults(COMPARED)
                .getResultList();
    }

    /** @return false when a concurrent request ended it first */
    public boolean end(UUID id) {
        return entities.createQuery("delete from SignInStep s where s.id = :id")
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    public void endAllOf(UUID accountId) {
        entities.createQuery("delete from SignInStep s where s.accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }

    public int removeExpired(Instant now) {
        return entities.createQuery("delete from SignInStep s where s.expiresAt < :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
