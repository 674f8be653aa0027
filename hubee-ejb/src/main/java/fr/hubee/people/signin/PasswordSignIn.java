package fr.hubee.people.signin;

import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.password.ChosenPassword;
import fr.hubee.people.password.PasswordAttempts;
import fr.hubee.people.password.PasswordAttempts.PasswordAttempt;
import fr.hubee.people.password.PasswordSettings;
import fr.hubee.people.password.Passwords;
import fr.hubee.people.secondfactor.SignInStep.StepKind;
import fr.hubee.people.secondfactor.SignInStepStore;
import fr.hubee.people.session.Failures;
import fr.hubee.people.session.Failures.FailureKey;
import fr.hubee.people.session.Login;
import fr.hubee.people.session.SignInJournal;
import fr.hubee.people.session.SignInRefusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Sign-in with a password: the steps before and after the check of the password. */
@Dependent
class PasswordSignIn {
    @Inject
    PasswordAttempts attempts;

    @Inject
    Failures failures;

    @Inject
    AccountLookup accounts;

    @Inject
    Passwords passwords;

    @Inject
    SignInStepStore steps;

    @Inject
    CodeSignIn codes;

    @Inject
    SignInJournal journal;

    @Inject
    PasswordSettings settings;

    @Inject
    Clock clock;

    /**
     * A person who signs in.
     *
     * @param secondFactor whether a second factor is also required
     * @param device the cookie of her known browser; null for another one
     */
    record PasswordCandidate(PasswordAttempt password, boolean secondFactor, String device) {
        @Override
        public String toString() {
            return "PasswordCandidate[secondFactor=" + secondFactor + "]"; // never the cookie
        }
    }

    /** Counts the attempt first. */
    PasswordCandidate begin(Login login, FailureKey key, String device) {
        var attempt = attempts.begin(login, key);
        var factor = attempt.account().flatMap(account -> codes.factorOf(account, device));
        return new PasswordCandidate(attempt, factor.isPresent(), device);
    }

    SignInOutcome refused(PasswordAttempt attempt, String address) {
        attempts.refused(attempt, address);
        return attempt.counted().locks()
                ? new SignInOutcome.Locked(attempt.counted().lockedUntil())
                : new SignInOutcome.Refused(SignInRefusal.WRONG_PASSWORD);
    }

    /** @param better a new hash of the password when the stored one is outdated; else null */
    SignInOutcome proven(PasswordCandidate candidate, String better, String address) {
        var attempt = candidate.password();
        var id = attempt.account().orElseThrow().id();
        passwords.lock(id);
        var account = accounts.find(id).orElseThrow();
        var current = stillCurrent(attempt);
        if (current.isEmpty()) {
            return refused(attempt, address);
        }
        if (!account.active()) {
            attempts.takeBack(attempt);
            journal.refused(Optional.of(account), SignInRefusal.INACTIVE, address);
            return new SignInOutcome.Refused(SignInRefusal.INACTIVE);
        }
        if (better != null) {
            current.get().rehash(better);
        }
        var codesLocked = failures.lock(FailureKey.inside(account)).filter(until -> candidate.secondFactor());
        if (codesLocked.isPresent()) {
            attempts.takeBack(attempt);
            return new SignInOutcome.Locked(codesLocked.get());
        }
        var outcome = settings.isOver(current.get().chosenAt(), clock.instant())
                ? new SignInOutcome.PasswordExpired(steps.open(account, StepKind.NEW_PASSWORD))
                : codes.afterPassword(account, candidate.device(), address);
        settle(attempt, outcome);
        return outcome;
    }

    /** The password may have been changed during the check. */
    private Optional<ChosenPassword> stillCurrent(PasswordAttempt attempt) {
        var proven = attempt.current().orElseThrow();
        return passwords
                .currentOf(attempt.account().orElseThrow().id())
                .filter(now -> now.id().equals(proven.id()));
    }

    /** Settles an attempt; only a complete sign-in resets the failures: a correct password must not allow unlimited guesses of codes. */
    private void settle(PasswordAttempt attempt, SignInOutcome outcome) {
        if (outcome instanceof SignInOutcome.SignedIn) {
            failures.forget(attempt.key());
        } else {
            attempts.takeBack(attempt);
        }
    }
}
