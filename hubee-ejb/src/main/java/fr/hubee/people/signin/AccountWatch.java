package fr.hubee.people.signin;

import fr.hubee.kernel.security.Caller;
import fr.hubee.people.account.AccountEvent;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.password.PasswordEvent;
import fr.hubee.people.password.PasswordLink.LinkPurpose;
import fr.hubee.people.password.PasswordLinkStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Sends invitations for new accounts, and ends all access of deactivated ones. */
@ApplicationScoped
class AccountWatch {
    @Inject
    AccountLookup accounts;

    @Inject
    PasswordLinkStore links;

    @Inject
    PasswordChoices choices;

    @Inject
    Event<PasswordEvent> happened;

    void on(@Observes AccountEvent.Created event) {
        accounts.find(event.accountId()).ifPresent(account -> links.send(account, LinkPurpose.INVITATION, Caller.HUB));
    }

    void on(@Observes AccountEvent.LinkAsked event) {
        happened.fire(new PasswordEvent.LinkWanted(
                event.accountId(), LinkPurpose.RESET)); // already recorded by the requester
    }

    void on(@Observes AccountEvent.Deactivated event) {
        choices.endAccess(event.accountId());
    }
}
