package fr.hubee.people.session;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.TokenText;
import fr.hubee.people.account.KnownAccount;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Opens the session of an authenticated person; in the transaction that authenticated her. */
@Dependent
public class SessionOpening {
    @Inject
    Sessions sessions;

    @Inject
    LastSignIn lastSignIn;

    @Inject
    SignInJournal journal;

    @Inject
    Clock clock;

    /**
     * @param secondFactorAt when she proved a second factor; null when she did not
     * @return the text of the cookie
     */
    public String open(KnownAccount account, SignInMethod method, Instant secondFactorAt, String address) {
        var now = clock.instant();
        var token = TokenText.fresh();
        sessions.add(new PersonSession(TokenText.hash(token), account.id(), method, secondFactorAt, now));
        lastSignIn.note(account.id(), now);
        journal.record(AuditAction.SIGNED_IN, account, Changes.told("method", method), address);
        return token;
    }
}
