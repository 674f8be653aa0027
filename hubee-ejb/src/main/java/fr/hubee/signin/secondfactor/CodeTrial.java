package fr.hubee.signin.secondfactor;

import fr.hubee.account.KnownAccount;
import fr.hubee.signin.attempt.CountedAttempt;
import fr.hubee.signin.attempt.Login;
import java.util.List;

/**
 * A typed code, before its check.
 *
 * @param hashes of the codes sent by e-mail that are still valid
 */
public record CodeTrial(SignInStep step, KnownAccount account, CountedAttempt attempt, List<String> hashes) {

    public Login login() {
        return Login.of(account.email());
    }
}
