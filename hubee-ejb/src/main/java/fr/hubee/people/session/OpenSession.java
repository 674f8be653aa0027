package fr.hubee.people.session;

import fr.hubee.people.account.KnownAccount;
import fr.hubee.kernel.security.Caller;
import java.time.Instant;

/**
 * A signed-in person, with her current rights.
 *
 * @param end when the session ends without further activity
 */
public record OpenSession(KnownAccount account, Caller caller, Instant end) {}
