package fr.hubee.desk.casework;

import fr.hubee.exchange.folder.Case;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Assigns cases to people: « attribué à Odile ». An assignment only informs colleagues in the portal: it neither gives nor takes a right, the
 * API does not show it, and neither status nor history change.
 */
@Stateless
@RolesAllowed(RoleNames.MANAGE_FOLDERS)
public class AssignmentService {
    @Inject
    WorkableCases cases;

    @Inject
    Handlers handlers;

    @Inject
    AccountLookup accounts;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** Returns who handles these cases, where somebody does; cases that the caller may not see are left out. */
    @RolesAllowed(RoleNames.READ_FOLDERS)
    public Map<UUID, Handler> handlers(Caller caller, Collection<UUID> ids) {
        var people = new HashMap<UUID, Optional<KnownAccount>>();
        var deputies = new HashMap<UUID, Optional<String>>();
        var found = new HashMap<UUID, Handler>();
        for (var row : handlers.of(caller, ids)) {
            people.computeIfAbsent(row.accountId(), accounts::find)
                    .filter(person -> mayHandle(person, caller.organization(), row.processCode()))
                    .map(person -> new Handler(
                            person.id(),
                            person.name(),
                            person.email().equals(caller.name()),
                            row.since(),
                            deputies.computeIfAbsent(person.id(), accounts::deputyOf)
                                    .orElse(null)))
                    .ifPresent(handler -> found.put(row.caseId(), handler));
        }
        return found;
    }

    /** The others who may handle it, by name. */
    public List<Colleague> colleagues(Caller caller, UUID id) {
        var theCase = cases.find(caller, id);
        return accounts.peopleOf(caller.organization()).stream()
                .filter(person -> !person.email().equals(caller.name()))
                .filter(person -> mayHandle(person, theCase.recipient(), theCase.processCode()))
                .map(person -> new Colleague(
                        person.id(),
                        person.name(),
                        accounts.deputyOf(person.id()).orElse(null)))
                .toList();
    }

    /**
     * Makes the caller the handler; a colleague who was the handler is replaced.
     *
     * @return whether there was none before
     */
    public boolean take(Caller caller, UUID id) {
        var theCase = workable(caller, id);
        var before = handler(theCase);
        change(caller, AuditAction.CASE_TAKEN, theCase, before, accounts.require(caller));
        return before.isEmpty();
    }

    /** Makes the caller the handler, unless a colleague is. */
    public void takeIfFree(Caller caller, UUID id) {
        var theCase = workable(caller, id);
        if (handler(theCase).isEmpty()) {
            change(caller, AuditAction.CASE_TAKEN, theCase, Optional.empty(), accounts.require(caller));
        }
    }

    public void handOn(Caller caller, UUID id, UUID colleague) {
        var theCase = workable(caller, id);
        var person = accounts.find(colleague)
                .filter(each -> mayHandle(each, theCase.recipient(), theCase.processCode()))
                .orElseThrow(() -> new InvalidRequest(Words.text("desk.case.mayNotHandle")));
        change(caller, AuditAction.CASE_HANDED_ON, theCase, handler(theCase), person);
    }

    public void giveBack(Caller caller, UUID id) {
        var theCase = cases.find(caller, id);
        if (!caller.manages(theCase.processCode())) {
            throw new NotAllowed().on(id);
        }
        handlers.of(id).ifPresent(account -> {
            handlers.remove(id);
            var name = accounts.find(account).map(KnownAccount::email).orElse(null);
            record(caller, AuditAction.CASE_GIVEN_BACK, theCase, name, null);
        });
    }

    private Case workable(Caller caller, UUID id) {
        var theCase = cases.find(caller, id);
        CaseRights.require(cases.rights(caller, theCase).moveRefusal());
        return theCase;
    }

    /** Returns the handler of the case, if that person may still handle it. */
    private Optional<KnownAccount> handler(Case theCase) {
        return handlers.of(theCase.id())
                .flatMap(accounts::find)
                .filter(person -> mayHandle(person, theCase.recipient(), theCase.processCode()));
    }

    private void change(
            Caller caller, AuditAction action, Case theCase, Optional<KnownAccount> before, KnownAccount after) {
        if (before.map(KnownAccount::id).filter(after.id()::equals).isPresent()) {
            return;
        }
        handlers.put(theCase.id(), after.id(), clock.instant());
        record(caller, action, theCase, before.map(KnownAccount::email).orElse(null), after.email());
    }

    private void record(Caller caller, AuditAction action, Case theCase, String before, String after) {
        journal.record(Act.by(caller, action)
                .on(theCase.recipient(), theCase.id())
                .with(Changes.of("externalId", theCase.externalId())
                        .and("processCode", theCase.processCode())
                        .and("handler", before, after))
                .about(Set.of(theCase.processCode())));
    }

    /**
     * The person who handles a case, as her colleagues see her.
     *
     * @param me whether it is the caller
     * @param deputy name of her deputy today; null when she is not away
     */
    public record Handler(UUID accountId, String name, boolean me, Instant since, String deputy) {}

    /**
     * A person who may handle a case.
     *
     * @param deputy name of her deputy today; null when she is not away
     */
    public record Colleague(UUID accountId, String name, String deputy) {}

    /** Whether an active person of the service manages the télédossiers of the démarche, and so may handle them. */
    static boolean mayHandle(KnownAccount person, OrganizationKey recipient, String processCode) {
        return person.active()
                && person.organization().equals(recipient)
                && person.managedProcesses().contains(processCode);
    }
}
