package fr.hubee.account;

import fr.hubee.audit.Act;
import fr.hubee.audit.AuditAction;
import fr.hubee.audit.AuditJournal;
import fr.hubee.audit.Changes;
import fr.hubee.security.Caller;
import fr.hubee.shared.InvalidRequest;
import fr.hubee.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Moves the people of an organisation to its successor; the calling feature checks the permissions. */
@Dependent
public class AccountTransfer {
    @Inject
    AccountRepository accounts;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** The number of accounts that would move, active or not. */
    public long count(OrganizationKey from) {
        return accounts.countOf(from);
    }

    /** Each account keeps its type, roles, habilitations and password. */
    public long moveAll(Caller caller, OrganizationKey from, OrganizationKey to) {
        if (from.type() != to.type()) {
            throw new InvalidRequest("Les comptes ne passent qu’à une organisation du même type.");
        }
        var moved = accounts.allForUpdate(from);
        for (var account : moved) {
            account.moveTo(to, clock.instant());
            journal.record(Act.by(caller, AuditAction.ACCOUNT_CHANGED)
                    .on(to, account.id())
                    .version(accounts.detail(account).version())
                    .with(Changes.NONE.and("organization", from, to)));
        }
        return moved.size();
    }
}
