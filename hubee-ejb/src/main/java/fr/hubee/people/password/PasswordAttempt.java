package fr.hubee.people.password;

import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.session.CountedAttempt;
import fr.hubee.people.session.FailureKey;
import java.util.Optional;

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
