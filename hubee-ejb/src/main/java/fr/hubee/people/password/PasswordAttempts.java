package fr.hubee.people.password;

import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.session.CountedAttempt;
import fr.hubee.people.session.FailureKey;
import fr.hubee.people.session.Failures;
import fr.hubee.people.session.Login;
import fr.hubee.people.session.SignInJournal;
import fr.hubee.people.session.SignInRefusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

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

    /**
     * A typed login and password, before the check.
     *
     * @param key under which its failures are counted
     * @param current her password; empty for an unknown login, or an account without password
     */
    public record PasswordAttempt(
            FailureKey key, CountedAttempt counted, Optional<KnownAccount> account, Optional<ChosenPassword> current) {

        /** Null for none: it never matches, and the check takes the same time. */
        public String hash() {
            return current.map(ChosenPassword::hash).orElse(null);
        }
    }
}
