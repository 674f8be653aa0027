package fr.hubee.people.session;

import fr.hubee.kernel.security.Caller;
import fr.hubee.people.account.KnownAccount;
import java.time.Instant;

/**
 * A signed-in person, with her current rights.
 *
 * @param end when the session ends without further activity
 */
public record OpenSession(KnownAccount account, Caller caller, Instant end) {}
