package fr.hubee.people.secondfactor;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.security.SecretHash;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.password.Passwords;
import fr.hubee.people.secondfactor.SignInStep.StepKind;
import fr.hubee.people.secondfactor.SignInStepStore.CodeTrial;
import fr.hubee.people.session.CountedAttempt;
import fr.hubee.people.session.Failures;
import fr.hubee.people.session.Failures.FailureKey;
import fr.hubee.people.session.PersonSession;
import fr.hubee.people.session.Sessions;
import fr.hubee.people.session.SignInJournal;
import fr.hubee.people.session.SignInRefusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks a signed-in person for a second factor again, before an action marked
 * {@link fr.hubee.kernel.security.RecentSecondFactor}; it counts for that session only.
 */
@Stateless
@RolesAllowed(RoleNames.PERSON)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConfirmationService {
    @Inject
    Transactions transactions;

    @Inject
    SecretHash secrets;

    @Inject
    Sessions sessions;

    @Inject
    AccountLookup accounts;

    @Inject
    SignInStepStore steps;

    @Inject
    Passwords passwords;

    @Inject
    TotpStore totps;

    @Inject
    Failures failures;

    @Inject
    SignInJournal journal;

    @Inject
    Clock clock;

    /** Joins the transaction of the page that shows it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Confirmation read(Caller caller, String sessionToken) {
        return current(caller, sessionToken);
    }

    /** @return false when the maximum was already sent */
    public boolean sendCode(Caller caller, String sessionToken) {
        return transactions.call(() -> send(caller, sessionToken));
    }

    public CodeCheck confirm(Caller caller, String sessionToken, String code) {
        var digits = SixDigits.of(code);
        if (transactions.call(() -> current(caller, sessionToken)).factor() == SecondFactor.TOTP) {
            return transactions.call(() -> settleTotp(caller, sessionToken, digits));
        }
        var trial = transactions.call(() -> begin(caller, sessionToken));
        if (trial.isEmpty()) {
            return CodeCheck.WRONG;
        }
        if (trial.get().attempt().refused()) {
            return CodeCheck.LOCKED;
        }
        boolean right = trial.get().hashes().stream().anyMatch(hash -> secrets.matches(digits, hash));
        return transactions.call(() -> settle(caller, sessionToken, trial.get(), right));
    }

    private Confirmation current(Caller caller, String token) {
        var account = accounts.require(caller);
        var session = require(token, account);
        var factor = totps.isUsable(account.id()) ? SecondFactor.TOTP : SecondFactor.MAIL;
        boolean sent = steps.find(stepOf(token))
                .filter(step -> step.isOpen(clock.instant()))
                .isPresent();
        var watched = factor == SecondFactor.MAIL ? passwords.watchedUntil(account.id()) : Optional.<Instant>empty();
        return new Confirmation(factor, sent, session.isFederated(), watched.orElse(null));
    }

    /** Sends a code; at most three within a quarter of an hour. */
    private boolean send(Caller caller, String token) {
        var account = accounts.require(caller);
        require(token, account);
        requireUnwatched(account);
        passwords.lock(account.id());
        var step = steps.find(stepOf(token));
        if (step.isEmpty() || step.get().isOver(clock.instant())) {
            step.ifPresent(old -> steps.end(old.id()));
            steps.open(account, StepKind.CONFIRMATION, stepOf(token));
            return true;
        }
        boolean another = step.get().isOpen(clock.instant()) && step.get().mayHaveAnotherCode();
        if (another) {
            steps.sendCode(step.get());
        }
        return another;
    }

    /** Counts the attempt first; empty when no code is expected. */
    private Optional<CodeTrial> begin(Caller caller, String token) {
        var account = accounts.require(caller);
        require(token, account);
        requireUnwatched(account);
        return steps.findForUpdate(stepOf(token), clock.instant()).map(step -> steps.begin(step, account));
    }

    private CodeCheck settle(Caller caller, String token, CodeTrial trial, boolean right) {
        if (!right || !steps.end(trial.step().id())) {
            return refused(trial.account(), trial.attempt(), caller);
        }
        return accepted(caller, token, trial.account(), trial.attempt(), SecondFactor.MAIL);
    }

    private CodeCheck settleTotp(Caller caller, String token, String code) {
        var account = accounts.require(caller);
        require(token, account);
        totps.hold(account.id());
        var attempt = failures.reserve(FailureKey.inside(account));
        if (attempt.refused()) {
            return CodeCheck.LOCKED;
        }
        return totps.accept(account.id(), code)
                ? accepted(caller, token, account, attempt, SecondFactor.TOTP)
                : refused(account, attempt, caller);
    }

    private CodeCheck accepted(
            Caller caller, String token, KnownAccount account, CountedAttempt attempt, SecondFactor by) {
        failures.takeBack(FailureKey.inside(account), attempt);
        sessions.noteSecondFactor(token, clock.instant());
        journal.record(AuditAction.SECOND_FACTOR_PROVEN, account, Changes.of("method", by), caller);
        return CodeCheck.ACCEPTED;
    }

    private CodeCheck refused(KnownAccount account, CountedAttempt attempt, Caller caller) {
        journal.refused(Optional.of(account), SignInRefusal.WRONG_CODE, caller.address());
        if (attempt.locks()) {
            journal.locked(Optional.of(account), attempt, caller.address());
        }
        return attempt.locks() ? CodeCheck.LOCKED : CodeCheck.WRONG;
    }

    private PersonSession require(String token, KnownAccount account) {
        return sessions.find(token)
                .filter(session -> session.accountId().equals(account.id()))
                .orElseThrow(NotAllowed::new);
    }

    private void requireUnwatched(KnownAccount account) {
        if (passwords.watchedUntil(account.id()).isPresent()) {
            throw new NotAllowed(Words.text("people.confirmation.watched"));
        }
    }

    /** Returns the step of a session, found by its token. */
    private static String stepOf(String sessionToken) {
        return "confirmation in " + sessionToken;
    }

    /**
     * The way in which a signed-in person can prove a second factor again.
     *
     * @param sent whether a code is being sent, or has been sent
     * @param federated whether she signed in through an identity provider, which can authenticate her again
     * @param watchedUntil until when a mailed code does not count, after a reset by the same mailbox; null when it does
     */
    public record Confirmation(SecondFactor factor, boolean sent, boolean federated, Instant watchedUntil) {}
}
