package fr.hubee.exchange.folder;

import fr.hubee.exchange.status.FolderStatus;
import fr.hubee.files.encryption.DataKeys;
import fr.hubee.files.storage.BlobsReleased;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.InvalidRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** A transmitter's actions on its folders. */
@Stateless
@RolesAllowed({Roles.OSL, Roles.ADMIN})
public class FolderSubmissionService {
    @Inject
    FolderRepository folders;

    @Inject
    FolderSubmissionPolicy policy;

    @Inject
    FolderCompletion completion;

    @Inject
    Event<BlobsReleased> released;

    @Inject
    DataKeys keys;

    @Inject
    FolderJournal journal;

    @Inject
    Openings openings;

    @Inject
    Clock clock;

    /** Accepts the folder as a whole or not at all; nobody is notified before it is complete. */
    public FolderDetail create(Caller caller, NewFolder wanted) {
        var process = policy.check(caller, wanted);
        var folder = new Folder(process.osl(), wanted, clock.instant());
        folders.add(folder);
        journal.created(caller, folder);
        return new FolderDetail(folder, folder.cases(), folder.attachments());
    }

    public FolderDetail read(Caller caller, UUID id) {
        var folder = folders.require(caller, id);
        openings.opened(caller, folder);
        return new FolderDetail(folder, folders.cases(folder), folders.attachments(folder));
    }

    /**
     * Completes the folder, which notifies its cases, or sets the status of a complete folder.
     *
     * <p>Completing it again changes nothing: it is a repeated request.
     *
     * @param closeDate may be null
     */
    public void setStatus(Caller caller, UUID id, FolderStatus wanted, Instant closeDate) {
        var folder = folders.requireForUpdate(caller, id);
        var now = clock.instant();
        var before = folder.status();
        if (wanted != FolderStatus.HUBEE_COMPLETED) {
            folder.setStatus(wanted, closeDate, now);
        } else if (!folder.isSubmitted()) {
            completion.complete(caller, folder);
        }
        if (folder.status() != before) {
            journal.moved(caller, folder, before);
        }
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
}
