package fr.hubee.signin.password;

import fr.hubee.account.KnownAccount;
import fr.hubee.signin.attempt.CountedAttempt;
import fr.hubee.signin.attempt.FailureKey;
import java.util.Optional;

/**
 * A login and a password that somebody typed, before the password is checked.
 *
 * @param key under which its failures are counted
 * @param current her password; empty for a login without account, or an account without password
 */
public record PasswordAttempt(
        FailureKey key, CountedAttempt counted, Optional<KnownAccount> account, Optional<ChosenPassword> current) {

    /** Null for none: it matches nothing, and takes as long. */
    public String hash() {
        return current.map(ChosenPassword::hash).orElse(null);
    }
}
