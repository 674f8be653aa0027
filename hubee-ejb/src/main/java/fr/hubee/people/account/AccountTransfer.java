package fr.hubee.people.account;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Moves the people of an organisation to its successor; the calling feature checks the permissions. */
@Dependent
public class AccountTransfer {
    @Inject
    AccountRepository accounts;

    @PersistenceContext
    EntityManager entities;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    public long count(OrganizationKey from) {
        return accounts.countOf(from);
    }

    /**
     * Each account keeps its type, roles, habilitations and password.
     *
     * @return those that moved
     */
    public List<UUID> moveAll(Caller caller, OrganizationKey from, OrganizationKey to) {
        if (from.type() != to.type()) {
            throw new InvalidRequest(Words.text("people.account.otherType"));
        }
        return move(caller, accounts.allForUpdate(from), from, to);
    }

    /** Records the accounts that a merge has moved, so that it can be undone. */
    public void remember(UUID merge, Collection<UUID> moved) {
        entities.createNativeQuery("""
                        insert into merged_account (merge_id, account_id, version)
                        select :merge, a.id, a.version from account a where a.id = any(:moved)""")
                .setParameter("merge", merge)
                .setParameter("moved", moved.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Returns the accounts that undoing a merge would give back, ordered by name. */
    public List<ReturningAccount> previewReturn(UUID merge, OrganizationKey to) {
        List<?> rows = entities.createNativeQuery("""
                        select a.id, concat(a.first_name, ' ', a.last_name), a.version, a.active,
                            (a.organization_type, a.company_register, a.branch_code) = (:type, :register, :branch),
                            a.version <> m.version
                        from merged_account m join account a on a.id = m.account_id
                        where m.merge_id = :merge order by 2, 1""", ReturningAccount.class)
                .setParameter("merge", merge)
                .setParameter("type", to.type().name())
                .setParameter("register", to.companyRegister())
                .setParameter("branch", to.branchCode())
                .getResultList();
        return rows.stream().map(ReturningAccount.class::cast).toList();
    }

    /** Gives back those that are still the successor's, as they are today. */
    public List<UUID> giveBack(Caller caller, UUID merge, OrganizationKey from, OrganizationKey to) {
        var returning = previewReturn(merge, to).stream()
                .filter(ReturningAccount::returns)
                .map(ReturningAccount::id)
                .collect(Collectors.toUnmodifiableSet());
        var held = accounts.allForUpdate(to).stream()
                .filter(account -> returning.contains(account.id()))
                .toList();
        return move(caller, held, to, from);
    }

    private List<UUID> move(Caller caller, List<Account> moving, OrganizationKey from, OrganizationKey to) {
        for (var account : moving) {
            account.moveTo(to, clock.instant());
            journal.record(Act.by(caller, AuditAction.ACCOUNT_CHANGED)
                    .on(to, account.id())
                    .version(accounts.detail(account).version())
                    .with(Changes.NONE.and("organization", from, to)));
        }
        return moving.stream().map(Account::id).toList();
    }

    /**
     * An account that a merge moved, as it is today.
     *
     * @param returns whether its person still acts for the successor, so that undoing the merge gives it back
     * @param changed since the merge, its person or its rights
     */
    public record ReturningAccount(
            UUID id, String name, long version, boolean active, boolean returns, boolean changed) {}
}
