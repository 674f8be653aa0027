package fr.hubee.portal.signin;

import fr.hubee.signin.SecondFactor;
import fr.hubee.signin.SignInOutcome.PasswordExpired;
import fr.hubee.signin.SignInOutcome.SecondFactorNeeded;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** A sign-in that has begun in this browser and is not finished. */
@SessionScoped
public class PendingSignIn implements Serializable {
    private static final long serialVersionUID = 1L;

    private String stepToken;
    private SecondFactor kind;
    private String target;

    void goesTo(String path) {
        target = path;
    }

    void waitsFor(SecondFactorNeeded needed) {
        stepToken = needed.stepToken();
        kind = needed.kind();
    }

    void waitsFor(PasswordExpired expired) {
        stepToken = expired.stepToken();
        kind = null;
    }

    /** Null when none has begun. */
    String stepToken() {
        return stepToken;
    }

    SecondFactor kind() {
        return kind;
    }

    String target() {
        return target;
    }
}
