package fr.hubee.exchange.folder;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
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

    /** The case of that path, which has been read already. */
    Case ofPath(AttachmentPath.Reading path) {
        return entities.find(Case.class, path.caseId());
    }

    private Attachment openOfFolder(Caller caller, AttachmentPath.OfFolder path, boolean held) {
        CaseAccess.requireOfAnOperator(caller);
        var found = ofFolder(path, held);
        if (found.isEmpty()) {
            folders.require(caller, path.folderId());
            throw NotFound.of("Binary meta-data");
        }
        var attachment = found.get();
        var folder = attachment.folder();
        CaseAccess.check(caller, folder);
        folder.requireNotArchived();
        attachment.requireOpen(folder.isSubmitted());
        return attachment;
    }

    /** Returns the attachment with its folder, whose row is locked first, as by every change. */
    private Optional<Attachment> ofFolder(AttachmentPath.OfFolder path, boolean held) {
        return entities.createQuery("""
                        select f, a from Folder f join f.attachments a where f.id = :folder and a.id = :id""", Object[].class)
                .setParameter("folder", path.folderId())
                .setParameter("id", path.attachmentId())
                .setLockMode(held ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE)
                .getResultStream()
                .map(row -> (Attachment) row[1])
                .findFirst();
    }

    private Attachment openOfEvent(Caller caller, AttachmentPath.OfEvent path, boolean held) {
        var theCase = held ? cases.requireForUpdate(caller, path.caseId()) : cases.require(caller, path.caseId());
        var event = cases.requireEvent(caller, theCase, path.eventId());
        if (!event.transmitter().equals(caller.organization())) {
            throw new NotAllowed().on(event.id());
        }
        var attachment = attachmentOf("event", path.eventId(), path.attachmentId(), "Binary meta-data");
        theCase.requireNotArchived();
        attachment.requireOpen(!event.isInProgress() || event.isSentAfterScan());
        return attachment;
    }

    private Attachment seenOfCase(Caller caller, AttachmentPath.OfCase path) {
        var found = entities.createQuery("""
                        select a, c from Attachment a join a.links l join l.theCase c join fetch c.folder
                        where a.id = :id and c.id = :case""", Object[].class)
                .setParameter("id", path.attachmentId())
                .setParameter("case", path.caseId())
                .getResultStream()
                .findFirst();
        var theCase = found.map(row -> (Case) row[1]).orElseGet(() -> cases.require(caller, path.caseId()));
        CaseAccess.check(caller, theCase);
        if (theCase.isArchived()) {
            throw NotFound.of("File"); // another case may still need its bytes
        }
        return found.map(row -> (Attachment) row[0]).orElseThrow(() -> NotFound.of("File"));
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
