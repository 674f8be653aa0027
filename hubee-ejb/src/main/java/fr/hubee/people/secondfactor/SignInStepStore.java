package fr.hubee.people.secondfactor;

import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.security.TokenText;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.secondfactor.SignInStep.StepKind;
import fr.hubee.people.session.CountedAttempt;
import fr.hubee.people.session.Failures;
import fr.hubee.people.session.Failures.FailureKey;
import fr.hubee.people.session.Login;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Incomplete sign-ins, and the codes sent for them. */
@Dependent
public class SignInStepStore {
    /** Limits the number of hash comparisons, which are slow. */
    private static final int COMPARED = SignInStep.CODES + 1;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Failures failures;

    @Inject
    Event<SecondFactorEvent> happened;

    @Inject
    Clock clock;

    /** @return the token that continues it; a code by e-mail is sent if the step needs one */
    public String open(KnownAccount account, StepKind kind) {
        return open(account, kind, TokenText.fresh());
    }

    String open(KnownAccount account, StepKind kind, String token) {
        var step = new SignInStep(Sha256.hex(token), account.id(), kind, clock.instant());
        entities.persist(step);
        if (kind.isByMail()) {
            sendCode(step);
        }
        return token;
    }

    public void sendCode(SignInStep step) {
        step.countCode();
        happened.fire(new SecondFactorEvent.CodeWanted(step.accountId(), step.id()));
    }

    /** Counts an attempt before the check of its code. */
    public CodeTrial begin(SignInStep step, KnownAccount account) {
        var attempt = failures.reserve(FailureKey.inside(account));
        if (!attempt.refused()) {
            step.countTry();
        }
        return new CodeTrial(step, account, attempt, codesOf(step.id(), clock.instant()));
    }

    public void add(SignInCode code) {
        entities.persist(code);
    }

    /** Locks the row until the end of the transaction, as the next method does. */
    public Optional<SignInStep> findForUpdate(UUID id, Instant now) {
        return Optional.ofNullable(RowLookup.findLocked(entities, SignInStep.class, id))
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
                .setParameter("hash", Sha256.hex(token))
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    /** Returns the newest first. */
    private List<String> codesOf(UUID stepId, Instant now) {
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

    /**
     * A typed code, before its check.
     *
     * @param hashes of the codes sent by e-mail that are still valid
     */
    public record CodeTrial(SignInStep step, KnownAccount account, CountedAttempt attempt, List<String> hashes) {

        public Login login() {
            return Login.of(account.email());
        }
    }
}
