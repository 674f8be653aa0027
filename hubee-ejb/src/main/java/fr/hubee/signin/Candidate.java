package fr.hubee.signin;

import fr.hubee.account.KnownAccount;
import java.util.Optional;

/**
 * Whoever types a login and a password, before the password is looked at.
 *
 * @param key under which its failures are counted
 * @param secondFactor whether a right password opens nothing by itself
 * @param current her password; empty for a login without account, or an account without password
 */
record Candidate(
        FailureKey key,
        Attempt attempt,
        Optional<KnownAccount> account,
        Optional<ChosenPassword> current,
        boolean secondFactor) {

    /** Null for none: it matches nothing, and takes as long. */
    String hash() {
        return current.map(ChosenPassword::hash).orElse(null);
    }
}
