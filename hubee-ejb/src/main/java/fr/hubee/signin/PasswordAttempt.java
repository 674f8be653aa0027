package fr.hubee.signin;

import fr.hubee.account.KnownAccount;
import java.util.Optional;

/**
 * A login and a password that somebody typed, before the password is checked.
 *
 * @param key under which its failures are counted
 * @param current her password; empty for a login without account, or an account without password
 */
record PasswordAttempt(
        FailureKey key, CountedAttempt counted, Optional<KnownAccount> account, Optional<ChosenPassword> current) {

    /** Null for none: it matches nothing, and takes as long. */
    String hash() {
        return current.map(ChosenPassword::hash).orElse(null);
    }
}
