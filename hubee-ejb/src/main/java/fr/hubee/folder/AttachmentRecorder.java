package fr.hubee.folder;

import fr.hubee.security.Caller;
import fr.hubee.shared.Conflict;
import fr.hubee.shared.Damaged;
import fr.hubee.shared.NotFound;
import fr.hubee.storage.BlobsReleased;
import fr.hubee.storage.StoredBlob;
import fr.hubee.storage.StoredFile;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** Records that the bytes of a file came, or were read; only those that are still what was received are handed out. */
@Dependent
public class AttachmentRecorder {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Quarantine quarantine;

    @Inject
    Event<BlobsReleased> released;

    @Inject
    FolderJournal journal;

    @Inject
    Clock clock;

    /** Its bytes are in the store; those that they replace go. */
    void received(Caller caller, Attachment attachment, StoredBlob blob) {
        attachment
                .receive(blob, clock.instant())
                .ifPresent(replaced -> released.fire(new BlobsReleased(List.of(replaced))));
        journal.received(caller, attachment);
    }

    /**
     * @throws NotFound when it has no bytes
     * @throws Damaged when they are not what was received
     */
    public StoredFile read(Caller caller, Attachment attachment) {
        var stored = attachment.stored().orElseThrow(() -> NotFound.of("File"));
        quarantine.requireSound(attachment);
        journal.read(caller, attachment);
        return stored;
    }

    /** Several of a case, together. */
    public void readAll(Caller caller, Collection<Attachment> attachments) {
        attachments.forEach(attachment -> journal.read(caller, attachment));
    }

    /** A portal says that it no longer keeps a copy of its own; what does not exist any more is passed over. */
    public void purgedByPortal(Caller caller, CaseAttachment.Id id) {
        var copy = entities.find(CaseAttachment.class, id);
        if (copy != null) {
            CaseAccess.check(caller, copy.theCase());
            copy.purgedByPortal();
            journal.purged(caller, id.caseId(), id.attachmentId());
        }
    }

    /** @throws Conflict with the name of one that is not what was received */
    public void requireSound(Case theCase, Collection<Attachment> attachments) {
        quarantine.requireSound(theCase, attachments);
    }
}
