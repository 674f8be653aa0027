package fr.hubee.exchange.folder;

import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessLookup;
import fr.hubee.directory.subscription.SubscriptionLookup;
import fr.hubee.exchange.status.FolderStatus;
import fr.hubee.files.encryption.DataKeyStore;
import fr.hubee.files.storage.BlobsReleased;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.RefusalText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** A transmitter's actions on its folders. */
@Stateless
@RolesAllowed({RoleNames.OSL, RoleNames.ADMIN})
public class FolderSubmissionService {
    @Inject
    FolderRepository folders;

    @Inject
    ProcessLookup processes;

    @Inject
    OrganizationService organizations;

    @Inject
    SubscriptionLookup subscriptions;

    @Inject
    FolderCompletion completion;

    @Inject
    FolderGate gate;

    @Inject
    Event<BlobsReleased> released;

    @Inject
    DataKeyStore keys;

    @Inject
    FolderJournal journal;

    @Inject
    CaseReadRecorder reads;

    @Inject
    Clock clock;

    /** Accepts the folder as a whole or not at all; nobody is notified before it is complete. */
    public Folder create(Caller caller, NewFolder wanted) {
        var process = requireAcceptable(caller, wanted);
        var folder = new Folder(process.osl(), wanted, clock.instant());
        folders.add(folder);
        journal.created(caller, folder);
        return folder;
    }

    /**
     * Checks whether a folder may be accepted (specification §4.4).
     *
     * @return the démarche; its operator is the transmitter, even when the national administrator acts on its behalf
     */
    private ProcessDetails requireAcceptable(Caller caller, NewFolder wanted) {
        var process = requireOwn(caller, wanted.processCode());
        var externalIds = new HashSet<String>();
        for (var wantedCase : wanted.cases()) {
            if (!externalIds.add(wantedCase.externalId())) {
                throw new InvalidRequest("Case externalId is given twice");
            }
            checkRecipient(wanted.processCode(), wantedCase);
        }
        for (var file : wanted.attachments()) {
            file.checkForFolder(wanted.processCode(), process.attachments());
            if (new HashSet<>(file.recipients()).size() < file.recipients().size()) {
                throw new InvalidRequest("Attachment recipient is given twice");
            }
        }
        return process;
    }

    private ProcessDetails requireOwn(Caller caller, String code) {
        var process = processes
                .find(code)
                .orElseThrow(() -> new InvalidRequest(
                        RefusalText.of("Process ").quote(code).and(" does not exist")));
        if (!process.osl().equals(caller.organization()) && !caller.is(RoleNames.ADMIN)) {
            throw new NotAllowed().because("NOT_OPERATOR", caller.name(), code).on(code);
        }
        if (!caller.covers(code) && !caller.is(RoleNames.ADMIN)) {
            throw new NotAllowed().because("NOT_COVERED", caller.name(), code).on(code);
        }
        if (!process.activated()) {
            throw new InvalidRequest("Process " + code + " is not activated");
        }
        return process;
    }

    private void checkRecipient(String processCode, NewFolder.NewCase wantedCase) {
        var recipient = wantedCase.recipient();
        if (subscriptions.isActive(processCode, recipient)) {
            return;
        }
        if (!organizations.exists(recipient)) {
            throw new InvalidRequest("Case recipient " + recipient + " does not exist");
        }
        throw new InvalidRequest(
                "Case recipient " + recipient + " does not suscribed to " + processCode); // the contract's spelling
    }

    public FolderDetail read(Caller caller, UUID id) {
        var folder = folders.requireWithCases(caller, id);
        reads.opened(caller, folder);
        return new FolderDetail(folder, folder.cases(), folders.attachments(folder));
    }

    /**
     * Completes the folder, which notifies its cases, or sets the status of a complete folder.
     *
     * <p>Completing it again changes nothing: it is a repeated request.
     *
     * @param closeDate may be null
     * @param dryRun whether nothing changes, and only the answer is wanted that it would get
     * @return names of the files without which it is complete; empty for another status
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS) // no transaction is open while the gate reads bytes
    public List<String> setStatus(Caller caller, UUID id, FolderStatus wanted, Instant closeDate, boolean dryRun) {
        gate.pass(checked -> move(caller, id, wanted, closeDate, dryRun, checked));
        return wanted == FolderStatus.HUBEE_COMPLETED ? folders.missingFiles(id) : List.of();
    }

    /**
     * @param checked files whose content the gate has accepted
     * @return files whose content it has to check before; empty when it is done
     */
    private List<FolderGate.Asked> move(
            Caller caller,
            UUID id,
            FolderStatus wanted,
            Instant closeDate,
            boolean dryRun,
            List<FolderGate.Asked> checked) {
        var folder = folders.requireForUpdate(caller, id);
        var before = folder.status();
        if (wanted != FolderStatus.HUBEE_COMPLETED) {
            folder.setStatus(wanted, closeDate, clock.instant());
        } else if (!folder.isSubmitted()) {
            var files = folders.attachments(folder);
            var asked = gate.ask(folder, files);
            if (!FolderGate.isChecked(asked, checked)) {
                return asked;
            }
            if (!dryRun) {
                completion.complete(caller, folder, files);
            }
        }
        if (dryRun) {
            folders.forget();
        } else if (folder.status() != before) {
            journal.moved(caller, folder, before);
        }
        return List.of();
    }

    /**
     * Deletes a folder that is not complete: it is visible to nobody else, and has neither events nor notifications. With its key goes
     * every copy of its files.
     */
    public void delete(Caller caller, UUID id) {
        var folder = folders.requireForUpdate(caller, id);
        if (folder.isSubmitted()) {
            throw new InvalidRequest("Folder cannot be deleted");
        }
        journal.deleted(caller, folder);
        released.fire(new BlobsReleased(folders.remove(folder)));
        keys.destroy(folder.id(), folder.processCode());
    }

    /**
     * A stored folder with everything that its transmitter may see.
     *
     * @param cases in the order of the request
     * @param attachments with their recipients, in the order of the request
     */
    public record FolderDetail(Folder folder, List<Case> cases, List<Attachment> attachments) {}
}
