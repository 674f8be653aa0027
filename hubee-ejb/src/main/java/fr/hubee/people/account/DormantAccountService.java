package fr.hubee.people.account;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Closes accounts that nobody uses any longer. */
@Stateless
public class DormantAccountService {
    @Inject
    AccountRepository accounts;

    @Inject
    LastAdministrator administrators;

    @Inject
    AuditJournal journal;

    @Inject
    Event<AccountEvent> happened;

    @Inject
    Clock clock;

    /**
     * Keeps the last administrator of an organisation: nobody else there could reactivate accounts.
     *
     * @return whether the account was closed
     */
    @RolesAllowed(Roles.BATCH)
    public boolean close(UUID id) {
        var account = accounts.requireForUpdate(id);
        if (!account.isActive() || administrators.isLast(account)) {
            return false;
        }
        account.activate(false, clock.instant());
        happened.fire(new AccountEvent.Deactivated(id));
        var detail = accounts.detail(account);
        journal.record(Act.by(Caller.HUB, AuditAction.ACCOUNT_DEACTIVATED)
                .on(detail.organization(), id)
                .version(detail.version())
                .with(Changes.NONE.and("active", true, false).and("reason", Words.text("people.account.dormant"))));
        return true;
    }
}
