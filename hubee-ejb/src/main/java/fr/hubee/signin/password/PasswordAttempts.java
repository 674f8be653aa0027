package fr.hubee.signin.password;

import fr.hubee.account.AccountLookup;
import fr.hubee.account.KnownAccount;
import fr.hubee.signin.attempt.FailureKey;
import fr.hubee.signin.attempt.Failures;
import fr.hubee.signin.attempt.Login;
import fr.hubee.signin.attempt.SignInJournal;
import fr.hubee.signin.attempt.SignInRefusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Counts password attempts, and records failed ones. */
@Dependent
public class PasswordAttempts {
    @Inject
    Failures failures;

    @Inject
    AccountLookup accounts;

    @Inject
    Passwords passwords;

    @Inject
    SignInJournal journal;

    /** Counts the attempt first. */
    public PasswordAttempt begin(Login login, FailureKey key) {
        var counted = failures.reserve(key);
        var account = accounts.findByLogin(login.text());
        return new PasswordAttempt(
                key, counted, account, account.map(KnownAccount::id).flatMap(passwords::currentOf));
    }

    public void refused(PasswordAttempt attempt, String address) {
        journal.refused(attempt.account(), SignInRefusal.WRONG_PASSWORD, address);
        if (attempt.counted().locks()) {
            journal.locked(attempt.account(), attempt.counted(), address);
        }
    }

    /** The attempt was no failure. */
    public void takeBack(PasswordAttempt attempt) {
        failures.takeBack(attempt.key(), attempt.counted());
    }
}
