package fr.hubee.signin.session;

import fr.hubee.account.KnownAccount;
import fr.hubee.security.Caller;
import java.time.Instant;

/**
 * A signed-in person, with her current rights.
 *
 * @param end when the session ends without further activity
 */
public record OpenSession(KnownAccount account, Caller caller, Instant end) {}
