package fr.hubee.people.account;

import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.FieldChecks;
import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.identity.Identity;
import fr.hubee.people.identity.Identity.AccountField;
import fr.hubee.people.identity.Identity.Profile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The accounts of an organisation's people, as their manager sees and changes them (specification §6.5). */
@Stateless
@RolesAllowed({RoleNames.MANAGE_USERS, RoleNames.ADMIN})
public class AccountService {
    @Inject
    AccountRepository accounts;

    @Inject
    AccountAccess access;

    @Inject
    AccountLookup directory;

    @Inject
    Habilitations habilitations;

    @Inject
    OrganizationService organizations;

    @Inject
    AuditJournal journal;

    @Inject
    Event<AccountEvent> happened;

    @Inject
    Clock clock;

    /** The accounts of the caller's organisation; for the national administrator, of all or of the requested one. */
    @RolesAllowed({RoleNames.READ_USERS, RoleNames.ADMIN})
    public Page<AccountDetail> page(Caller caller, AccountQuery query) {
        var actor = access.actor(caller);
        if (query.organization() != null) {
            actor.requireReach(query.organization());
        }
        return accounts.page(query, actor.isNational() ? null : caller.organization());
    }

    @RolesAllowed({RoleNames.READ_USERS, RoleNames.ADMIN})
    public void beginExport(Caller caller, String format) {
        journal.record(Act.by(caller, AuditAction.ACCOUNTS_EXPORTED).on(caller.organization(), format));
    }

    @RolesAllowed({RoleNames.READ_USERS, RoleNames.ADMIN})
    public AccountDetail read(Caller caller, UUID id) {
        return accounts.detail(access.readable(caller, id));
    }

    /** The names of people, by e-mail, for what is recorded by e-mail; people without an account are left out. */
    @RolesAllowed(RoleNames.ADMIN)
    public Map<String, String> names(Collection<String> emails) {
        return accounts.names(emails);
    }

    /** The roles and démarches that an organisation's accounts may be given. */
    @RolesAllowed({RoleNames.READ_USERS, RoleNames.ADMIN})
    public AccountChoices choices(Caller caller, OrganizationKey organization) {
        var actor = access.actor(caller);
        actor.requireReach(organization);
        return new AccountChoices(
                organization,
                accounts.organizationName(organization),
                actor.makes(organization.type()),
                habilitations.subscribedByName(organization));
    }

    /** Creates the account, unless the address already has one: later changes are kept. */
    @RolesAllowed(RoleNames.BATCH)
    public void addIfAbsent(NewAccount wanted) {
        RightsPolicy.requireConsistent(wanted);
        habilitations.requireSubscribed(wanted.organization(), wanted.processCodes());
        var email = wanted.login();
        if (accounts.isFree(email)) {
            open(Caller.HUB, email, wanted);
        }
    }

    /**
     * Creates an account; the person is invited by mail.
     *
     * @throws InvalidRequest with a message for the person who fills in the form
     */
    @RecentSecondFactor
    public AccountDetail create(Caller caller, NewAccount wanted) {
        RightsPolicy.requireMayMake(access.actor(caller), wanted);
        if (!organizations.exists(wanted.organization())) {
            throw new InvalidRequest(Words.text("people.account.noOrganization", wanted.organization()));
        }
        FieldProblem.requireNone(problems(wanted));
        return open(caller, wanted.login(), wanted);
    }

    /** All that {@link #create} refuses, for its form. */
    public List<FieldProblem<AccountField>> problems(Caller caller, NewAccount wanted) {
        access.actor(caller).requireReach(wanted.organization());
        return problems(wanted);
    }

    /** Returns the account that has the address already, if it is one of the same organisation. */
    public Optional<AccountDetail> holder(Caller caller, NewAccount wanted) {
        access.actor(caller).requireReach(wanted.organization());
        return accounts.findByEmail(wanted.email().strip().toLowerCase(Locale.ROOT))
                .filter(account -> account.organization().equals(wanted.organization()))
                .map(accounts::detail);
    }

    private List<FieldProblem<AccountField>> problems(NewAccount wanted) {
        return new FieldChecks<AccountField>()
                .check(AccountField.TYPE, () -> RightsPolicy.requireFit(wanted.actorType(), wanted.organization()))
                .check(AccountField.PROCESSES, () -> {
                    RightsPolicy.requireHabilitations(wanted.actorType(), wanted.processCodes());
                    habilitations.requireSubscribed(wanted.organization(), wanted.processCodes());
                })
                .check(AccountField.EMAIL, () -> access.requireFree(wanted.login()))
                .and(wanted.identity().problems())
                .problems();
    }

    private AccountDetail open(Caller caller, String email, NewAccount wanted) {
        var account = new Account(
                email,
                wanted.organization(),
                wanted.identity().checked(),
                wanted.actorType(),
                wanted.processCodes(),
                clock.instant());
        return access.open(caller, account);
    }

    /**
     * Changes the identity and the rights; unchanged data is neither checked nor recorded.
     *
     * @param version that the caller has read, as in the methods below
     */
    @RecentSecondFactor
    public AccountDetail change(Caller caller, UUID id, long version, Identity identity, Rights rights) {
        var account = access.changeable(caller, id, version);
        if (!rights.equals(account.rights())) {
            RightsPolicy.requireMayChange(access.actor(caller), account, rights);
        }
        FieldProblem.requireNone(problems(caller, account, identity, rights));
        identify(caller, account, identity);
        return grant(caller, account, rights);
    }

    /** All that {@link #change} refuses in the fields, for its form. */
    public List<FieldProblem<AccountField>> problemsOfChange(Caller caller, UUID id, Identity identity, Rights rights) {
        return problems(caller, access.readable(caller, id), identity, rights);
    }

    private List<FieldProblem<AccountField>> problems(
            Caller caller, Account account, Identity identity, Rights rights) {
        var checks = new FieldChecks<AccountField>();
        var before = account.rights();
        if (!identity.equals(account.identity())) {
            checks.and(identity.problems());
        }
        if (!rights.equals(before)) {
            checks.and(RightsPolicy.problems(account, rights));
            checks.check(
                    AccountField.PROCESSES,
                    () -> habilitations.requireSubscribed(
                            account.organization(), RightsPolicy.added(before.processCodes(), rights.processCodes())));
        }
        if (rights.actorType() != before.actorType()) {
            checks.check(AccountField.TYPE, () -> access.requireAnother(access.actor(caller), account));
        }
        return checks.problems();
    }

    private AccountDetail identify(Caller caller, Account account, Identity wanted) {
        var before = account.identity();
        if (wanted.equals(before) || wanted.checked().equals(before)) {
            return accounts.detail(account);
        }
        account.identify(wanted.checked(), clock.instant());
        return record(caller, AuditAction.ACCOUNT_CHANGED, account, Changes.between(before, account.identity()));
    }

    private AccountDetail grant(Caller caller, Account account, Rights rights) {
        var before = account.rights();
        if (rights.equals(before)) {
            return accounts.detail(account);
        }
        account.grant(rights, clock.instant());
        happened.fire(new AccountEvent.RightsChanged(account.id()));
        return record(caller, AuditAction.ACCOUNT_RIGHTS_CHANGED, account, Changes.between(before, rights));
    }

    @RecentSecondFactor
    public AccountDetail deactivate(Caller caller, UUID id, long version) {
        var account = access.changeable(caller, id, version);
        var actor = access.actor(caller);
        RightsPolicy.requireOther(actor, account);
        account.requireActive(true, Words.text("people.account.isDeactivated"));
        access.requireAnother(actor, account);
        return close(caller, account, Changes.NONE.and("active", true, false));
    }

    /**
     * Closes an account that nobody uses any longer; keeps the last administrator of an organisation: nobody else there could reactivate
     * accounts.
     *
     * @return whether the account was closed
     */
    @RolesAllowed(RoleNames.BATCH)
    public boolean closeDormant(UUID id) {
        var account = accounts.requireForUpdate(id);
        if (!account.isActive() || access.isLast(account)) {
            return false;
        }
        var why = Changes.NONE.and("active", true, false).and("reason", Words.text("people.account.dormant"));
        close(Caller.HUB, account, why);
        return true;
    }

    private AccountDetail close(Caller caller, Account account, Changes changes) {
        account.activate(false, clock.instant());
        happened.fire(new AccountEvent.Deactivated(account.id()));
        return record(caller, AuditAction.ACCOUNT_DEACTIVATED, account, changes);
    }

    @RecentSecondFactor
    public AccountDetail activate(Caller caller, UUID id, long version) {
        var account = access.changeable(caller, id, version);
        account.requireActive(false, Words.text("people.account.isActive"));
        account.activate(true, clock.instant());
        happened.fire(new AccountEvent.Activated(id));
        return record(caller, AuditAction.ACCOUNT_ACTIVATED, account, Changes.NONE.and("active", false, true));
    }

    @RecentSecondFactor
    public void sendLink(Caller caller, UUID id) {
        var account = access.readable(caller, id);
        access.actor(caller).requireManages(account.actorType());
        account.requireActive(true, Words.text("people.account.noLink"));
        journal.record(Act.by(caller, AuditAction.LINK_SENT).on(account.organization(), id));
        happened.fire(new AccountEvent.LinkAsked(id));
    }

    @RolesAllowed(RoleNames.PERSON)
    public AccountDetail readProfile(Caller caller) {
        return accounts.detail(access.own(caller));
    }

    /** Returns the other active administrators of the caller's organisation. Each person of the organisation may know these administrators. */
    @RolesAllowed(RoleNames.PERSON)
    public List<KnownAccount> administrators(Caller caller) {
        return directory.otherAdministrators(directory.require(caller));
    }

    @RolesAllowed(RoleNames.PERSON)
    public AccountDetail changeProfile(Caller caller, Profile profile) {
        var account = accounts.requireForUpdate(caller.name());
        return identify(caller, account, account.identity().with(profile));
    }

    private AccountDetail record(Caller caller, AuditAction action, Account account, Changes changes) {
        var detail = accounts.detail(account);
        journal.record(Act.by(caller, action)
                .on(detail.organization(), detail.id())
                .version(detail.version())
                .with(changes));
        return detail;
    }

    /**
     * The choices offered to a manager of an organisation's accounts.
     *
     * @param types of the accounts that she may create and change; empty for a read-only user
     * @param processes the démarches that the organisation's people may be habilitated for: the name of each, by its code
     */
    public record AccountChoices(
            OrganizationKey organization,
            String organizationName,
            List<ActorType> types,
            Map<String, String> processes) {}
}
