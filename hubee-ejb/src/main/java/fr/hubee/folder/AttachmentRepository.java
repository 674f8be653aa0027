package fr.hubee.folder;

import fr.hubee.security.Caller;
import fr.hubee.shared.NotAllowed;
import fr.hubee.shared.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Finds the attachment of an API address, if the caller may send or read it. */
@Dependent
class AttachmentRepository {
    @PersistenceContext
    EntityManager entities;

    @Inject
    FolderRepository folders;

    @Inject
    CaseRepository cases;

    /**
     * The attachment whose bytes the caller may send now.
     *
     * @param held whether to lock the folder's row, to serialise concurrent uploads of the same file
     */
    Attachment requireOpen(Caller caller, AttachmentPath.Deposit path, boolean held) {
        return path instanceof AttachmentPath.OfEvent ofEvent
                ? openOfEvent(caller, ofEvent, held)
                : openOfFolder(caller, (AttachmentPath.OfFolder) path, held);
    }

    /** The attachment, if the caller may see it; its bytes may be missing. */
    Attachment requireSeen(Caller caller, AttachmentPath.Reading path) {
        return path instanceof AttachmentPath.OfEvent ofEvent
                ? seenOfEvent(caller, ofEvent)
                : seenOfCase(caller, (AttachmentPath.OfCase) path);
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

    private Attachment seenOfCase(Caller caller, AttachmentPath.OfCase path) {
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

    private Attachment seenOfEvent(Caller caller, AttachmentPath.OfEvent path) {
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
