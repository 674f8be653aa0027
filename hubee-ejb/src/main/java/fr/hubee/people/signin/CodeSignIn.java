package fr.hubee.people.signin;

import fr.hubee.kernel.security.RecentSecondFactorGuard;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.password.Passwords;
import fr.hubee.people.secondfactor.SecondFactor;
import fr.hubee.people.secondfactor.SignInStep.StepKind;
import fr.hubee.people.secondfactor.SignInStepStore;
import fr.hubee.people.secondfactor.SignInStepStore.CodeTrial;
import fr.hubee.people.secondfactor.TotpStore;
import fr.hubee.people.session.Failures;
import fr.hubee.people.session.Failures.FailureKey;
import fr.hubee.people.session.KnownDevices;
import fr.hubee.people.session.PersonSession.SignInMethod;
import fr.hubee.people.session.Sessions;
import fr.hubee.people.session.SignInJournal;
import fr.hubee.people.session.SignInRefusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The second part of a sign-in: after a correct password, the session or a second factor; before and after the check of a code, the steps
 * around it.
 */
@Dependent
class CodeSignIn {
    @Inject
    SignInStepStore steps;

    @Inject
    AccountLookup accounts;

    @Inject
    Failures failures;

    @Inject
    TotpStore totps;

    @Inject
    Passwords passwords;

    @Inject
    Sessions sessions;

    @Inject
    KnownDevices devices;

    @Inject
    SignInJournal journal;

    @Inject
    Clock clock;

    /** @param device the cookie of her known browser; null for another one, and after a new password, which forgets all */
    SignInOutcome afterPassword(KnownAccount account, String device, String address) {
        return factorOf(account, device)
                .<SignInOutcome>map(factor ->
                        new SignInOutcome.SecondFactorNeeded(steps.open(account, StepKind.of(factor)), factor))
                .orElseGet(() -> new SignInOutcome.SignedIn(
                        sessions.open(account, SignInMethod.PASSWORD, earlierProof(account, device), address),
                        account));
    }

    /** Returns the proof on her browser, which opens her sensitive démarches; null without one, and where she needs none. */
    private Instant earlierProof(KnownAccount account, String device) {
        return isNeeded(account)
                ? provenOn(account, device)
                        .map(proof -> RecentSecondFactorGuard.notRecent(proof, clock.instant()))
                        .orElse(null)
                : null;
    }

    /** A person with an authenticator application always needs its code, whatever her type, instead of a code by e-mail. */
    Optional<SecondFactor> factorOf(KnownAccount account, String device) {
        if (totps.isUsable(account.id())) {
            return Optional.of(SecondFactor.TOTP);
        }
        return isNeeded(account) && provenOn(account, device).isEmpty()
                ? Optional.of(SecondFactor.MAIL)
                : Optional.empty();
    }

    private boolean isNeeded(KnownAccount account) {
        return account.needsSecondFactor(accounts.sensitiveProcesses(account));
    }

    /** Returns when the person proved a second factor on this browser, if that spares her the code; never by a type that needs one itself. */
    private Optional<Instant> provenOn(KnownAccount account, String device) {
        boolean byType = account.needsSecondFactor(Set.of());
        return byType
                ? Optional.empty()
                : devices.provenAt(account.id(), device)
                        .filter(proof -> passwords.watchedUntil(account.id()).isEmpty());
    }

    /** Counts the attempt first; empty when there is no sign-in to continue. */
    Optional<CodeTrial> begin(String stepToken) {
        return steps.findForUpdate(stepToken, clock.instant())
                .filter(step -> step.kind().isSignIn())
                .map(step -> steps.begin(step, accounts.find(step.accountId()).orElseThrow()));
    }

    SignInOutcome settle(CodeTrial trial, boolean right, String address) {
        return right ? accepted(trial, address) : refused(trial, address);
    }

    SignInOutcome settleTotp(CodeTrial trial, String code, String address) {
        return settle(trial, totps.accept(trial.account().id(), code), address);
    }

    private SignInOutcome accepted(CodeTrial trial, String address) {
        var account = accounts.find(trial.account().id()).filter(KnownAccount::active);
        if (!steps.end(trial.step().id()) || account.isEmpty()) {
            failures.takeBack(FailureKey.inside(trial.login()), trial.attempt());
            return new SignInOutcome.Refused(SignInRefusal.STEP_OVER);
        }
        failures.forget(FailureKey.inside(trial.login()));
        failures.forget(FailureKey.of(trial.login()));
        var method = trial.step().kind() == StepKind.TOTP
                ? SignInMethod.PASSWORD_AND_TOTP
                : SignInMethod.PASSWORD_AND_MAIL_CODE;
        return new SignInOutcome.SignedIn(
                sessions.open(account.get(), method, provenBy(trial), address), account.get());
    }

    /** Null for a code sent to the mailbox through which the password was just reset. */
    private Instant provenBy(CodeTrial trial) {
        boolean proves = trial.step().kind() == StepKind.TOTP
                || passwords.watchedUntil(trial.account().id()).isEmpty();
        return proves ? clock.instant() : null;
    }

    private SignInOutcome refused(CodeTrial trial, String address) {
        var account = Optional.of(trial.account());
        journal.refused(account, SignInRefusal.WRONG_CODE, address);
        if (trial.attempt().locks()) {
            journal.locked(account, trial.attempt(), address);
            return new SignInOutcome.Locked(trial.attempt().lockedUntil());
        }
        var isOver = steps.findForUpdate(trial.step().id(), clock.instant()).isEmpty();
        return new SignInOutcome.Refused(isOver ? SignInRefusal.STEP_OVER : SignInRefusal.WRONG_CODE);
    }

    SignInOutcome newCode(String stepToken) {
        var step = steps.findForUpdate(stepToken, clock.instant()).filter(open -> open.kind() == StepKind.MAIL);
        if (step.isEmpty()) {
            return new SignInOutcome.Refused(SignInRefusal.STEP_OVER);
        }
        if (!step.get().mayHaveAnotherCode()) {
            return new SignInOutcome.Refused(SignInRefusal.TOO_MANY_CODES);
        }
        steps.sendCode(step.get());
        return new SignInOutcome.SecondFactorNeeded(stepToken, SecondFactor.MAIL);
    }
}
