package fr.hubee.signin;

import fr.hubee.account.KnownAccount;
import jakarta.enterprise.context.Dependent;

/** Opens the session of a person who has proven who she is; within the transaction that found her. */
@Dependent
public class SessionOpening {

    /** @return the text of the cookie */
    public String open(KnownAccount account, SignInMethod method, String address) {
        throw new UnsupportedOperationException();
    }
}
