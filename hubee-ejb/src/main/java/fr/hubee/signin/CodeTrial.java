package fr.hubee.signin;

import fr.hubee.account.KnownAccount;
import java.util.List;

/**
 * A code that is tried, before it is looked at.
 *
 * @param hashes of the codes that were sent by e-mail and are still good
 */
record CodeTrial(SignInStep step, KnownAccount account, CountedAttempt attempt, List<String> hashes) {

    Login login() {
        return Login.of(account.email());
    }
}
