package fr.hubee.people.account;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.ChangeStory;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.identity.Civility;
import fr.hubee.people.identity.Identity;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Checks which accounts a person can access, that the version she read is still current, and that an instructing service, and the hub, keep
 * an administrator (specification §1.3). Creates accounts, for any requester.
 */
@Dependent
class AccountAccess {
    private static final ChangeStory STORY = new ChangeStory(
            Map.of(
                    "civility", Words.text("people.field.civility"),
                    "function", Words.text("people.field.function"),
                    "firstName", Words.text("people.field.firstName"),
                    "lastName", Words.text("people.field.lastName"),
                    "phoneNumber", Words.text("people.field.phone"),
                    "mobileNumber", Words.text("people.field.mobile"),
                    "actorType", Words.text("people.field.actorType"),
                    "roles", Words.text("people.field.roles"),
                    "processCodes", Words.text("people.field.habilitations"),
                    "active", Words.text("people.field.active")),
            words());

    @Inject
    AccountRepository accounts;

    @Inject
    AuditJournal journal;

    @Inject
    Event<AccountEvent> happened;

    private static Map<String, String> words() {
        var words = new HashMap<String, String>();
        for (var role : Role.values()) {
            words.put(role.name(), role.label());
        }
        for (var type : ActorType.values()) {
            words.put(type.name(), type.label());
        }
        for (var civility : Civility.values()) {
            words.put(civility.name(), civility.label());
        }
        return words;
    }

    Actor actor(Caller caller) {
        return Actor.of(caller, accounts.findByEmail(caller.name()));
    }

    Account readable(Caller caller, UUID id) {
        var account = accounts.find(id).orElseThrow(() -> NotFound.of("Account"));
        actor(caller).requireReach(account.organization(), account.id());
        return account;
    }

    /** Locks the account for a change: a concurrent change waits. */
    Account changeable(Caller caller, UUID id, long version) {
        var account = accounts.requireForUpdate(id);
        var actor = actor(caller);
        actor.requireReach(account.organization(), account.id());
        actor.requireManages(account.actorType());
        journal.requireUnchanged(id, version, account.version(), STORY);
        return account;
    }

    /** The caller's own account; the hub's software has none. */
    Account own(Caller caller) {
        return accounts.findByEmail(caller.name()).orElseThrow(() -> NotFound.of("Account"));
    }

    void requireFree(String email) {
        if (!accounts.isFree(email)) {
            throw new InvalidRequest(Words.text("people.account.addressTaken", email));
        }
    }

    /** Creates an account: records it and has the person invited. */
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

    /** Whether no other administrator would be left. Blocks concurrent departures until the transaction ends. */
    boolean isLast(Account leaving) {
        if (!leaving.actorType().isKept()) {
            return false;
        }
        return accounts.isAlone(leaving);
    }

    /**
     * Refuses to remove the last administrator; called before one loses that right. Administrators of one organisation are removed one at a
     * time: when two remove each other at the same moment, the second removal is rejected.
     */
    void requireAnother(Actor actor, Account leaving) {
        if (!leaving.actorType().isKept() || !leaving.isActive()) {
            return;
        }
        boolean alone = accounts.isAlone(leaving);
        if (accounts.isClosed(actor.login())) {
            throw new NotAllowed(Words.text("people.account.justClosed"));
        }
        if (alone) {
            throw new InvalidRequest(Words.text(
                    "people.account.lastAdministrator", leaving.actorType().label()));
        }
    }

    /** The facts of a new account that the journal records. */
    record Facts(String email, OrganizationKey organization, Identity identity, Rights rights, boolean datapass) {

        static Facts of(AccountDetail account) {
            return new Facts(
                    account.email(), account.organization(), account.identity(), account.rights(), account.datapass());
        }
    }
}
