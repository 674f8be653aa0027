package fr.hubee.exchange.folder;

import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.exchange.folder.FolderEvent.StatusSet;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.exchange.status.Party;
import fr.hubee.files.encryption.DataKeyStore;
import fr.hubee.files.storage.BlobsReleased;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Lets both parties work on a case: read it, change its status, exchange events. */
@Stateless
@RolesAllowed({RoleNames.OSL, RoleNames.SI, RoleNames.ADMIN})
public class CaseService {
    @Inject
    CaseLookup cases;

    @Inject
    OrganizationService organizations;

    @Inject
    CaseRecorder recorder;

    @Inject
    Event<FolderEvent> happened;

    @Inject
    Event<StatusSet> set;

    @Inject
    Event<CasesMigrated> migrated;

    @Inject
    Event<BlobsReleased> released;

    @Inject
    DataKeyStore keys;

    @Inject
    FolderJournal journal;

    @Inject
    CaseReadRecorder reads;

    @Inject
    EventCeiling ceiling;

    @Inject
    FolderGate gate;

    @Inject
    Transactions transactions;

    @Inject
    Reopenings reopenings;

    @Inject
    Clock clock;

    /** @param events how many of the oldest are read with it; none for a case without attachments either */
    public CaseDetail read(Caller caller, UUID id, int events) {
        var detail = events == 0
                ? new CaseDetail(cases.require(caller, id), List.of(), List.of())
                : cases.detail(caller, id, events);
        reads.opened(caller, detail.theCase());
        return detail;
    }

    public List<CaseEvent> eventsAfter(Caller caller, UUID id, CaseEvent last, int most) {
        return cases.events(caller, cases.require(caller, id), last, most);
    }

    public List<Attachment> files(Caller caller, UUID id) {
        var theCase = cases.require(caller, id);
        reads.opened(caller, theCase);
        var ofEvents = cases.allEventFiles(theCase).stream()
                .filter(file -> file.event().isVisibleTo(caller.organization()) || caller.is(RoleNames.ADMIN));
        return Stream.concat(cases.attachments(theCase).stream(), ofEvents).toList();
    }

    public void setStatus(Caller caller, UUID id, CaseStatus wanted) {
        var theCase = cases.requireForUpdate(caller, id);
        var before = theCase.status();
        if (wanted.isToBeFetched()) { // whoever fetches it adds an event
            ceiling.count(theCase, Party.of(caller));
        }
        theCase.setStatus(Party.of(caller), wanted, clock.instant());
        if (Party.of(caller) == Party.RECIPIENT) {
            theCase.pickedUpBy(caller, clock.instant());
        }
        journal.moved(caller, theCase, before);
        if (theCase.status() != before) {
            var to = theCase.counterpartOf(
                    Party.of(caller) == Party.RECIPIENT
                            ? theCase.recipient()
                            : theCase.folder().transmitter());
            set.fire(new StatusSet(theCase.id(), theCase.processCode(), to, theCase.status()));
        }
        if (theCase.status().isToBeFetched()) {
            happened.fire(new FolderEvent.CaseReopened(
                    theCase.id(),
                    theCase.externalId(),
                    theCase.processCode(),
                    theCase.folder().transmitter(),
                    theCase.recipient(),
                    !before.isToBeFetched() && !reopenings.isReportedByEvent(theCase)));
        }
    }

    public CaseEvent recordEvent(Caller caller, UUID id, NewCaseEvent wanted) {
        var theCase = cases.requireForUpdate(caller, id);
        return recorder.record(caller, theCase, Party.of(caller), caller.organization(), wanted);
    }

    /** An operator that reads a message or a deposit of its service is recorded: after that it cannot be taken back. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS) // a single query, and one more for a refusal
    public CaseEvent readEvent(Caller caller, UUID id, UUID eventId) {
        var event = cases.requireEvent(caller, id, eventId);
        if (caller.is(RoleNames.OSL) && event.hasContentFor(caller.organization())) {
            transactions.run(() -> reads.opened(caller, event.theCase()));
        }
        return event;
    }

    /**
     * Sends a deposit whose files were received (its author), or acknowledges an event (the other party). Idempotent: a
     * repeated request changes nothing.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS) // no transaction is open while the gate reads bytes
    public void setEventStatus(Caller caller, UUID id, UUID eventId, EventStatus wanted) {
        gate.pass(checked -> move(caller, id, eventId, wanted, checked));
    }

    /** @return files whose content the gate has to check before; empty when it is done */
    private List<FolderGate.Asked> move(
            Caller caller, UUID id, UUID eventId, EventStatus wanted, List<FolderGate.Asked> checked) {
        var event = cases.requireEventForUpdate(caller, id, eventId);
        var theCase = event.theCase();
        boolean author = event.transmitter().equals(caller.organization());
        if (wanted == EventStatus.IN_PROGRESS) {
            throw new InvalidRequest("Event status IN_PROGRESS cannot be set");
        }
        if (author != (wanted == EventStatus.SENT)) {
            throw new NotAllowed()
                    .because(author ? "RECEIVED_BY_OTHER" : "SENT_BY_AUTHOR")
                    .on(eventId);
        }
        if (wanted == EventStatus.SENT && event.isInProgress() && !event.isSentAfterScan()) {
            var asked = gate.ask(event);
            if (!FolderGate.isChecked(asked, checked)) {
                return asked;
            }
            recorder.send(caller, theCase, Party.of(caller), event);
        } else if (wanted == EventStatus.RECEIVED && event.status() != EventStatus.RECEIVED) {
            recorder.acknowledge(caller, theCase, caller.organization(), event);
        }
        return List.of();
    }

    /** Deletes a deposit that was not sent; with the last bytes of its télédossier, their key. */
    public void deleteEvent(Caller caller, UUID id, UUID eventId) {
        var event = cases.requireEventForUpdate(caller, id, eventId);
        var theCase = event.theCase();
        theCase.requireNotArchived();
        if (!event.isInProgress() || event.isSentAfterScan()) {
            throw new InvalidRequest("Event cannot be deleted");
        }
        journal.deleted(caller, theCase, event);
        released.fire(new BlobsReleased(cases.remove(event)));
        if (!cases.needsKey(theCase.folder())) {
            keys.destroy(theCase.folder().id(), theCase.processCode());
        }
    }

    /**
     * Moves all cases of an organisation to the one into which it was merged. A service may only move its own cases,
     * within its credentials; for any other it gets the same answer, whether there is one or not.
     *
     * @return the number of cases moved
     */
    @RolesAllowed({RoleNames.SI, RoleNames.ADMIN})
    public int migrate(Caller caller, OrganizationKey source, OrganizationKey target) {
        if (caller.is(RoleNames.SI) && !source.equals(caller.organization())) {
            throw new NotAllowed()
                    .because("MIGRATION_OF_ANOTHER", caller.name())
                    .on(source);
        }
        organizations.require(source);
        organizations.require(target);
        if (source.type() != OrganizationType.SI || target.type() != OrganizationType.SI || source.equals(target)) {
            throw new InvalidRequest("Cases migrate from one SI to another");
        }
        var codes = caller.is(RoleNames.ADMIN) ? cases.processCodesOf(source) : caller.processCodes();
        int moved = cases.migrate(source, target, codes);
        journal.migrated(caller, source, target, moved);
        migrated.fire(new CasesMigrated(source, target));
        return moved;
    }

    /**
     * A case with everything that its reader may see.
     *
     * @param attachments those that the case receives, in the order of the request
     * @param events oldest first
     */
    public record CaseDetail(Case theCase, List<Attachment> attachments, List<CaseEvent> events) {}

    /** Cases were moved to another organisation; observed in the same transaction. */
    public record CasesMigrated(OrganizationKey source, OrganizationKey target) {}
}
