package fr.hubee.people.password;

import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.SecretHash;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.session.CountedAttempt;
import fr.hubee.people.session.Failures;
import fr.hubee.people.session.Failures.FailureKey;
import fr.hubee.people.session.Login;
import fr.hubee.people.session.SignInJournal;
import fr.hubee.people.session.SignInRefusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Counts password attempts, and records failed ones; checks the password of a signed-in person. */
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

    @Inject
    SecretHash secrets;

    @Inject
    Transactions transactions;

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

    public void takeBack(PasswordAttempt attempt) {
        failures.takeBack(attempt.key(), attempt.counted());
    }

    /**
     * Checks the password of a signed-in person again; no transaction is open during the hash computation.
     *
     * @return the counted attempt, if it failed; empty when the password is correct
     */
    public Optional<CountedAttempt> failure(Caller caller, String typed) {
        var login = Login.of(caller.name());
        var attempt = transactions.call(() -> begin(login, FailureKey.inside(login)));
        if (attempt.counted().refused()) {
            return Optional.of(attempt.counted());
        }
        if (!secrets.matches(PasswordPolicy.toVerify(typed), attempt.hash())) {
            transactions.run(() -> refused(attempt, caller.address()));
            return Optional.of(attempt.counted());
        }
        transactions.run(() -> takeBack(attempt));
        return Optional.empty();
    }

    /**
     * Requires the password of a signed-in person.
     *
     * @throws InvalidRequest with a message for her
     */
    public void require(Caller caller, String typed) {
        failure(caller, typed).ifPresent(failed -> {
            throw new InvalidRequest(
                    failed.lockedUntil() == null
                            ? Words.text("people.password.wrong")
                            : Words.text("people.password.locked"));
        });
    }

    /**
     * A typed login and password, before the check.
     *
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
