package fr.hubee.signin.attempt;

import fr.hubee.security.TokenText;

/** Under what failures are counted: a login that may be a password in the wrong field, so only its hash is kept. */
public record FailureKey(String hash) {

    /** Whoever tries it from anywhere. */
    public static FailureKey of(Login login) {
        return new FailureKey(login.hash());
    }

    /** From a device that its person signed in with: strangers do not count. */
    public static FailureKey onDevice(Login login, String device) {
        return new FailureKey(TokenText.hash("device " + device + " of " + login.text()));
    }

    /** By who has shown something already: a right password, or an open session. */
    public static FailureKey inside(Login login) {
        return new FailureKey(TokenText.hash("inside " + login.text()));
    }
}
