package fr.hubee.people.secondfactor;

import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.session.CountedAttempt;
import fr.hubee.people.session.Login;
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
