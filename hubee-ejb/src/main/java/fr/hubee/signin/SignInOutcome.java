package fr.hubee.signin;

import fr.hubee.account.KnownAccount;
import fr.hubee.signin.attempt.SignInRefusal;
import fr.hubee.signin.secondfactor.SecondFactor;
import java.time.Instant;
import java.util.List;

/** What comes of an attempt to sign in; it is told, not thrown, for a refusal has to be counted. */
public sealed interface SignInOutcome {

    /** Whether somebody guessed wrong. */
    default boolean isFailure() {
        return this instanceof Locked
                || (this instanceof Refused refused && refused.reason().isGuess());
    }

    /** @param sessionToken goes into the cookie, and nowhere else */
    record SignedIn(String sessionToken, KnownAccount account) implements SignInOutcome {
        @Override
        public String toString() {
            return "SignedIn[" + account.email() + "]"; // never the token
        }
    }

    /** The password was right: a code is asked for, see {@link SignInService#withCode}. */
    record SecondFactorNeeded(String stepToken, SecondFactor kind) implements SignInOutcome {
        @Override
        public String toString() {
            return "SecondFactorNeeded[" + kind + "]"; // never the token
        }
    }

    /** The password was right and is too old: see {@link SignInService#replaceExpired}. */
    record PasswordExpired(String stepToken) implements SignInOutcome {
        @Override
        public String toString() {
            return "PasswordExpired[]"; // never the token
        }
    }

    record Refused(SignInRefusal reason) implements SignInOutcome {}

    /** Too many failures: nothing is looked at until then, for a login that exists or not. */
    record Locked(Instant until) implements SignInOutcome {}

    /** Too many failures came from this address, or from its network: nothing is looked at until then. */
    record PlaceRefused(Instant until) implements SignInOutcome {}

    /** The new password is not taken; whatever allowed to choose it still does. */
    record PasswordRefused(List<String> reasons) implements SignInOutcome {}
}
