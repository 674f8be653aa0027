package fr.hubee.signin.session;

import fr.hubee.account.KnownAccount;
import fr.hubee.security.Caller;
import java.time.Instant;

/**
 * A person who is signed in, with the rights of now.
 *
 * @param end when she must sign in again if she does nothing more
 */
public record OpenSession(KnownAccount account, Caller caller, Instant end) {}
