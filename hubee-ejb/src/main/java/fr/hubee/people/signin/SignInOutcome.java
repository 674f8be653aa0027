package fr.hubee.people.signin;

import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.secondfactor.SecondFactor;
import fr.hubee.people.session.SignInRefusal;
import java.time.Instant;
import java.util.List;

/** The result of a sign-in attempt. Not an exception, since the count of a refused attempt must be committed. */
public sealed interface SignInOutcome {

    default boolean isFailure() {
        return this instanceof Locked
                || (this instanceof Refused refused && refused.reason().isGuess());
    }

    /** @param sessionToken only for the cookie */
    record SignedIn(String sessionToken, KnownAccount account) implements SignInOutcome {
        @Override
        public String toString() {
            return "SignedIn[" + account.email() + "]"; // never the token
        }
    }

    /** The password was correct; a code is required, see {@link SignInService#withCode}. */
    record SecondFactorNeeded(String stepToken, SecondFactor kind) implements SignInOutcome {
        @Override
        public String toString() {
            return "SecondFactorNeeded[" + kind + "]"; // never the token
        }
    }

    /** The password was correct but has expired: see {@link SignInService#replaceExpired}. */
    record PasswordExpired(String stepToken) implements SignInOutcome {
        @Override
        public String toString() {
            return "PasswordExpired[]"; // never the token
        }
    }

    record Refused(SignInRefusal reason) implements SignInOutcome {}

    /** Too many failures: attempts are rejected unchecked until then, whether the login exists or not. */
    record Locked(Instant until) implements SignInOutcome {}

    /** Too many failures from this address or network: attempts are rejected unchecked until then. */
    record PlaceRefused(Instant until) implements SignInOutcome {}

    /** The new password is rejected; the link or step may be used again. */
    record PasswordRefused(List<String> reasons) implements SignInOutcome {}
}
