package fr.hubee.signin;

import fr.hubee.account.AccountDirectory;
import fr.hubee.account.KnownAccount;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Counts the attempts to type a password, and records those that fail. */
@Dependent
class PasswordAttempts {
    @Inject
    Failures failures;

    @Inject
    AccountDirectory accounts;

    @Inject
    Passwords passwords;

    @Inject
    SignInJournal journal;

    /** Counts the attempt before anything else. */
    PasswordAttempt begin(Login login, FailureKey key) {
        var counted = failures.reserve(key);
        var account = accounts.findByLogin(login.text());
        return new PasswordAttempt(
                key, counted, account, account.map(KnownAccount::id).flatMap(passwords::currentOf));
    }

    void refused(PasswordAttempt attempt, String address) {
        journal.refused(attempt.account(), SignInRefusal.WRONG_PASSWORD, address);
        if (attempt.counted().locks()) {
            journal.locked(attempt.account(), attempt.counted(), address);
        }
    }

    /** It was no failure. */
    void takeBack(PasswordAttempt attempt) {
        failures.takeBack(attempt.key(), attempt.counted());
    }
}
