package fr.hubee.signin.secondfactor;

import fr.hubee.account.KnownAccount;
import fr.hubee.signin.attempt.CountedAttempt;
import fr.hubee.signin.attempt.Login;
import java.util.List;

/**
 * A code that is tried, before it is looked at.
 *
 * @param hashes of the codes that were sent by e-mail and are still good
 */
public record CodeTrial(SignInStep step, KnownAccount account, CountedAttempt attempt, List<String> hashes) {

    public Login login() {
        return Login.of(account.email());
    }
}
