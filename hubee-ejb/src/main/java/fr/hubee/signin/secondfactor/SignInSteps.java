package fr.hubee.signin.secondfactor;

import fr.hubee.security.TokenText;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sign-ins that are not finished, and the codes that were sent for them. */
@Dependent
public class SignInSteps {
    /** Each is as slow to compare as a password. */
    private static final int COMPARED = SignInStep.CODES + 1;

    @PersistenceContext
    EntityManager entities;

    void add(SignInStep step) {
        entities.persist(step);
    }

    public void add(SignInCode code) {
        entities.persist(code);
    }

    /** Whoever uses it holds it until the end of the transaction, here and below. */
    public Optional<SignInStep> findForUpdate(UUID id, Instant now) {
        return Optional.ofNullable(entities.find(SignInStep.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(step -> step.isOpen(now));
    }

    public Optional<SignInStep> findForUpdate(String token, Instant now) {
        return find(token, LockModeType.PESSIMISTIC_WRITE).filter(step -> step.isOpen(now));
    }

    /** Also when it is over. */
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

    /** The newest first. */
    public List<String> codesOf(UUID stepId, Instant now) {
        return entities.createQuery("""
                        select c.hash from SignInCode c
                        where c.stepId = :step and c.expiresAt > :now order by c.id desc""", String.class)
                .setParameter("step", stepId)
                .setParameter("now", now)
                .setMaxResults(COMPARED)
                .getResultList();
    }

    /** @return false when somebody was faster */
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
