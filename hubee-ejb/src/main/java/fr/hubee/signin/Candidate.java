package fr.hubee.signin;

import fr.hubee.account.KnownAccount;
import java.util.Optional;

/**
 * Whoever types a login and a password, before the password is looked at.
 *
 * @param current her password; empty for a login without account, or an account without password
 */
record Candidate(Login login, Attempt attempt, Optional<KnownAccount> account, Optional<ChosenPassword> current) {

    /** Null for none: it matches nothing, and takes as long. */
    String hash() {
        return current.map(ChosenPassword::hash).orElse(null);
    }
}
