package fr.hubee.people.session;

import fr.hubee.kernel.security.TokenText;
import fr.hubee.people.account.KnownAccount;

/**
 * The key under which failures are counted: only a hash of the login, which may be a password typed in the wrong field.
 */
public record FailureKey(String hash) {

    /** Returns the key for attempts from any device. */
    public static FailureKey of(Login login) {
        return new FailureKey(login.hash());
    }

    /** Returns the key for a known device of the account: others' failures do not count. */
    public static FailureKey onDevice(Login login, String device) {
        return new FailureKey(TokenText.hash("device " + device + " of " + login.text()));
    }

    /** Returns the key for a person who has already proven something: a correct password, or an open session. */
    public static FailureKey inside(Login login) {
        return new FailureKey(TokenText.hash("inside " + login.text()));
    }

    public static FailureKey inside(KnownAccount account) {
        return inside(Login.of(account.email()));
    }
}
