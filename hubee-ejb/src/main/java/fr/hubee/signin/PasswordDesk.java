package fr.hubee.signin;

import fr.hubee.account.AccountDirectory;
import fr.hubee.account.KnownAccount;
import fr.hubee.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** The short transactions around a password that is looked at: none is open while it is being hashed. */
@ApplicationScoped
@Transactional
class PasswordDesk {
    @Inject
    Failures failures;

    @Inject
    AccountDirectory accounts;

    @Inject
    Passwords passwords;

    @Inject
    StepOpening steps;

    @Inject
    SignInCompletion admission;

    @Inject
    SignInJournal journal;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** Counts the attempt before anything else. */
    PasswordAttempt candidate(Login login, FailureKey key) {
        var attempt = failures.reserve(key);
        var account = accounts.findByLogin(login.text());
        return new PasswordAttempt(
                key,
                attempt,
                account,
                account.map(KnownAccount::id).flatMap(passwords::currentOf),
                account.flatMap(admission::factorOf).isPresent());
    }

    SignInOutcome refused(PasswordAttempt candidate, String address) {
        journal.refused(candidate.account(), SignInRefusal.WRONG_PASSWORD, address);
        if (candidate.attempt().locks()) {
            journal.locked(candidate.account(), candidate.attempt(), address);
            return new SignInOutcome.Locked(candidate.attempt().lockedUntil());
        }
        return new SignInOutcome.Refused(SignInRefusal.WRONG_PASSWORD);
    }

    /** @param better the password's hash when the one that is kept is outdated; else null */
    SignInOutcome proven(PasswordAttempt candidate, String better, String address) {
        var id = candidate.account().orElseThrow().id();
        passwords.awaitTurn(id);
        var account = accounts.find(id).orElseThrow();
        var current = stillCurrent(candidate);
        if (current.isEmpty()) {
            return refused(candidate, address);
        }
        if (!account.active()) {
            failures.takeBack(candidate.key(), candidate.attempt());
            journal.refused(Optional.of(account), SignInRefusal.INACTIVE, address);
            return new SignInOutcome.Refused(SignInRefusal.INACTIVE);
        }
        if (better != null) {
            current.get().rehash(better);
        }
        var codesLocked =
                failures.lock(FailureKey.inside(Login.of(account.email()))).filter(until -> candidate.secondFactor());
        if (codesLocked.isPresent()) {
            failures.takeBack(candidate.key(), candidate.attempt());
            return new SignInOutcome.Locked(codesLocked.get());
        }
        var outcome = PasswordAge.isOver(current.get().chosenAt(), settings.passwordLife(), clock.instant())
                ? new SignInOutcome.PasswordExpired(steps.open(account, StepKind.NEW_PASSWORD))
                : admission.afterPassword(account, address);
        settle(candidate, outcome);
        return outcome;
    }

    /** The old password was right, where a new one is chosen. */
    void takeBack(PasswordAttempt candidate) {
        failures.takeBack(candidate.key(), candidate.attempt());
    }

    /** It may have been changed while it was being looked at. */
    private Optional<ChosenPassword> stillCurrent(PasswordAttempt candidate) {
        var proven = candidate.current().orElseThrow();
        return passwords
                .currentOf(candidate.account().orElseThrow().id())
                .filter(now -> now.id().equals(proven.id()));
    }

    /** Only who is in has succeeded: a right password does not make codes free to guess. */
    private void settle(PasswordAttempt candidate, SignInOutcome outcome) {
        if (outcome instanceof SignInOutcome.SignedIn) {
            failures.forget(candidate.key());
        } else {
            failures.takeBack(candidate.key(), candidate.attempt());
        }
    }
}
