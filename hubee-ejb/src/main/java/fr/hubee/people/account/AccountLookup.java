package fr.hubee.people.account;

import fr.hubee.directory.process.ProcessLookup;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds accounts for other features of this module; the calling feature checks the permissions. */
@Dependent
public class AccountLookup {
    @Inject
    AccountRepository accounts;

    @Inject
    AccountAccess access;

    @Inject
    Habilitations habilitations;

    @Inject
    ReplacementRepository replacements;

    @Inject
    ProcessLookup processes;

    public Optional<KnownAccount> find(UUID id) {
        return accounts.find(id).map(this::known);
    }

    /** The active national administrators, to notify them of what concerns the hub itself. */
    public List<KnownAccount> nationalAdministrators() {
        return accounts.active(ActorType.NATIONAL_ADMINISTRATOR, null).stream()
                .map(this::known)
                .toList();
    }

    /** The active accounts of that type, of one organisation. */
    public List<KnownAccount> active(ActorType type, OrganizationKey organization) {
        return accounts.active(type, Objects.requireNonNull(organization)).stream()
                .map(this::known)
                .toList();
    }

    /** @param login in any case */
    public Optional<KnownAccount> findByLogin(String login) {
        return byLogin(login).map(this::known);
    }

    private Optional<Account> byLogin(String login) {
        return accounts.findByEmail(login.strip().toLowerCase(Locale.ROOT));
    }

    /** The active people of an organisation, by name. */
    public List<KnownAccount> peopleOf(OrganizationKey organization) {
        return accounts.active(null, Objects.requireNonNull(organization)).stream()
                .map(this::known)
                .toList();
    }

    /** The other active administrators who manage the accounts of this person's organisation. */
    public List<KnownAccount> otherAdministrators(KnownAccount person) {
        return accounts.active(null, person.organization()).stream()
                .filter(account ->
                        account.actorType() != ActorType.AGENT && !account.id().equals(person.id()))
                .map(this::known)
                .toList();
    }

    /**
     * An account that the caller may change.
     *
     * @throws NotAllowed for the accounts of others, and of those above
     */
    public KnownAccount requireManaged(Caller caller, UUID id) {
        var account = access.readable(caller, id);
        access.actor(caller).requireManages(account.actorType());
        return known(account);
    }

    /** @throws NotAllowed for software, which has no account */
    public KnownAccount require(Caller person) {
        return findByLogin(person.name()).orElseThrow(NotAllowed::new);
    }

    /**
     * Returns the id of her account, without reading her rights.
     *
     * @throws NotAllowed for software, which has no account
     */
    public UUID requireId(Caller person) {
        return byLogin(person.name()).map(Account::id).orElseThrow(NotAllowed::new);
    }

    /** An account that the caller may read. */
    public KnownAccount requireReadable(Caller caller, UUID id) {
        return known(access.readable(caller, id));
    }

    /** Returns those of these accounts that the caller may read. */
    public List<UUID> readable(Caller caller, Collection<UUID> ids) {
        return accounts.among(ids, access.actor(caller).isNational() ? null : caller.organization());
    }

    public Optional<String> deputyOf(UUID absent) {
        return accounts.find(absent).flatMap(replacements::deputyOf);
    }

    /** Finds the démarches of a person that require a second factor (specification §9.3). */
    public Set<String> sensitiveProcesses(KnownAccount account) {
        return account.reachedProcesses().stream()
                .filter(code -> processes
                        .find(code)
                        .filter(process -> process.portal().sensitive())
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    private KnownAccount known(Account account) {
        return account.known(habilitations.covered(account.organization(), account.rights()), replacements.of(account));
    }
}
