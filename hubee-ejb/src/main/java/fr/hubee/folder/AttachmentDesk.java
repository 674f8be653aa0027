package fr.hubee.folder;

import fr.hubee.security.Caller;
import fr.hubee.shared.NotAllowed;
import fr.hubee.shared.NotFound;
import fr.hubee.storage.BlobsReleased;
import fr.hubee.storage.StoredBlob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The short transactions of {@link AttachmentService}: none is open while bytes are on their way. */
@ApplicationScoped
@Transactional
class AttachmentDesk {
    @PersistenceContext
    EntityManager entities;

    @Inject
    FolderRepository folders;

    @Inject
    CaseRepository cases;

    @Inject
    Event<BlobsReleased> released;

    @Inject
    Quarantine quarantine;

    @Inject
    FolderJournal journal;

    @Inject
    Clock clock;

    /** What was announced, when the caller may send its bytes now. */
    NewAttachment announced(Caller caller, AttachmentPath.Deposit path) {
        return requireOpen(caller, path, false).announced();
    }

    /** Notes the bytes; those they replace go. */
    void received(Caller caller, AttachmentPath.Deposit path, StoredBlob blob) {
        var attachment = requireOpen(caller, path, true);
        attachment
                .receive(blob, clock.instant())
                .ifPresent(replaced -> released.fire(new BlobsReleased(List.of(replaced))));
        journal.received(caller, attachment);
    }

    StoredFile readable(Caller caller, AttachmentPath.Reading path) {
        var attachment = path instanceof AttachmentPath.OfEvent ofEvent
                ? readableOfEvent(caller, ofEvent)
                : readableOfCase(caller, (AttachmentPath.OfCase) path);
        CaseAccess.checkBytes(caller, attachment);
        var stored = attachment.stored().orElseThrow(() -> NotFound.of("File"));
        quarantine.requireSound(attachment);
        journal.read(caller, attachment);
        return stored;
    }

    /** @param held whether to hold the folder's row: of two that send the same file, one comes after the other */
    private Attachment requireOpen(Caller caller, AttachmentPath.Deposit path, boolean held) {
        return path instanceof AttachmentPath.OfEvent ofEvent
                ? openOfEvent(caller, ofEvent, held)
                : openOfFolder(caller, (AttachmentPath.OfFolder) path, held);
    }

    private Attachment openOfFolder(Caller caller, AttachmentPath.OfFolder path, boolean held) {
        var folder =
                held ? folders.requireForUpdate(caller, path.folderId()) : folders.require(caller, path.folderId());
        var attachment = attachmentOf("folder", path.folderId(), path.attachmentId(), "Binary meta-data");
        folder.requireNotArchived();
        attachment.requireOpen(folder.isComplete());
        return attachment;
    }

    private Attachment openOfEvent(Caller caller, AttachmentPath.OfEvent path, boolean held) {
        var theCase = held ? cases.requireForUpdate(caller, path.caseId()) : cases.require(caller, path.caseId());
        var event = cases.requireEvent(caller, theCase, path.eventId());
        if (!event.transmitter().equals(caller.organization())) {
            throw new NotAllowed().on(event.id());
        }
        var attachment = attachmentOf("event", path.eventId(), path.attachmentId(), "Binary meta-data");
        theCase.requireNotArchived();
        attachment.requireOpen(!event.isInProgress());
        return attachment;
    }

    private Attachment readableOfCase(Caller caller, AttachmentPath.OfCase path) {
        if (cases.require(caller, path.caseId()).isArchived()) {
            throw NotFound.of("File"); // another case may still need its bytes
        }
        return entities.createQuery("""
                        select a from Attachment a join a.links l
                        where a.id = :id and l.id.caseId = :case""", Attachment.class)
                .setParameter("id", path.attachmentId())
                .setParameter("case", path.caseId())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> NotFound.of("File"));
    }

    private Attachment readableOfEvent(Caller caller, AttachmentPath.OfEvent path) {
        cases.requireEvent(caller, cases.require(caller, path.caseId()), path.eventId());
        return attachmentOf("event", path.eventId(), path.attachmentId(), "File");
    }

    private Attachment attachmentOf(String owner, UUID ownerId, UUID id, String contractName) {
        return entities.createQuery(
                        "select a from Attachment a where a.id = :id and a." + owner + ".id = :owner", Attachment.class)
                .setParameter("id", id)
                .setParameter("owner", ownerId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> NotFound.of(contractName));
    }
}
