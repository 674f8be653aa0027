package fr.hubee.people.account;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.identity.Identity;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Creates an account, for any requester: records it and has the person invited. */
@Dependent
class AccountOpening {
    @Inject
    AccountRepository accounts;

    @Inject
    AuditJournal journal;

    @Inject
    Event<AccountEvent> happened;

    /** The facts of a new account that the journal records. */
    record Facts(String email, OrganizationKey organization, Identity identity, Rights rights, boolean datapass) {

        static Facts of(AccountDetail account) {
            return new Facts(
                    account.email(), account.organization(), account.identity(), account.rights(), account.datapass());
        }
    }

    AccountDetail open(Caller caller, Account account) {
        accounts.add(account);
        var detail = accounts.detail(account);
        journal.record(Act.by(caller, AuditAction.ACCOUNT_CREATED)
                .on(account.organization(), account.id())
                .version(account.version())
                .changing(null, Facts.of(detail)));
        happened.fire(new AccountEvent.Created(account.id()));
        return detail;
    }
}
