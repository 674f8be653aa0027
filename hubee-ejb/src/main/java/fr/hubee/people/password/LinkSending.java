package fr.hubee.people.password;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.session.SignInJournal;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Requests the sending of a link, which is created when the mail is sent. */
@Dependent
public class LinkSending {
    @Inject
    SignInJournal journal;

    @Inject
    Event<PasswordEvent> happened;

    public void send(KnownAccount account, LinkPurpose purpose, Caller who) {
        journal.record(AuditAction.LINK_SENT, account, Changes.told("purpose", purpose), who);
        happened.fire(new PasswordEvent.LinkWanted(account.id(), purpose));
    }
}
