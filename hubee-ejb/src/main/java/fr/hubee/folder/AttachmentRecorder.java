package fr.hubee.folder;

import fr.hubee.security.Caller;
import fr.hubee.shared.Conflict;
import fr.hubee.shared.Damaged;
import fr.hubee.shared.NotFound;
import fr.hubee.storage.BlobsReleased;
import fr.hubee.storage.StoredBlob;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** Records that the bytes of a file came, or were read; only those that are still what was received are handed out. */
@Dependent
class AttachmentRecorder {
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
    StoredFile read(Caller caller, Attachment attachment) {
        var stored = attachment.stored().orElseThrow(() -> NotFound.of("File"));
        quarantine.requireSound(attachment);
        journal.read(caller, attachment);
        return stored;
    }

    /** Several of a case, together. */
    void readAll(Caller caller, Collection<Attachment> attachments) {
        attachments.forEach(attachment -> journal.read(caller, attachment));
    }

    /** @throws Conflict with the name of one that is not what was received */
    void requireSound(Case theCase, Collection<Attachment> attachments) {
        quarantine.requireSound(theCase, attachments);
    }
}
