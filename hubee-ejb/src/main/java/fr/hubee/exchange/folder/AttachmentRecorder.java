package fr.hubee.exchange.folder;

import fr.hubee.directory.process.ProcessLookup;
import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.encryption.DataKeyStore;
import fr.hubee.files.scan.Verdict;
import fr.hubee.files.storage.BlobsReleased;
import fr.hubee.files.storage.ScannedBlob;
import fr.hubee.files.storage.StoredFile;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.Damaged;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Words;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Records uploads and reads of files; rejects reads of damaged files. */
@Dependent
public class AttachmentRecorder {
    private static final System.Logger LOG = System.getLogger(AttachmentRecorder.class.getName());

    @PersistenceContext
    EntityManager entities;

    @Inject
    Event<BlobsReleased> released;

    @Inject
    Event<FolderEvent> happened;

    @Inject
    FolderJournal journal;

    @Inject
    ProcessLookup processes;

    @Inject
    DataKeyStore keys;

    @Inject
    CaseLookup cases;

    @Inject
    Clock clock;

    /** Returns the key that encrypts its bytes; empty where files are not encrypted. */
    Optional<DataKey> key(Attachment attachment) throws IOException {
        var event = attachment.event();
        return event == null
                ? keys.of(attachment.folder().id())
                : keys.stillOf(event.theCase().folder().id());
    }

    /** Records that its bytes are in the store; the bytes that they replace are released. */
    void received(Caller caller, Attachment attachment, ScannedBlob scanned) {
        var verdict = withinItsRules(attachment, scanned.verdict());
        attachment
                .receive(new ScannedBlob(scanned.blob(), verdict), clock.instant())
                .ifPresent(replaced -> released.fire(new BlobsReleased(List.of(replaced))));
        journal.received(caller, attachment);
        if (verdict.isKnown()) {
            tellBlocked(attachment);
        }
        announceIfLate(attachment);
    }

    /** Takes back a file of an event that nobody has fetched; with the last bytes of its télédossier, their key. */
    public void withdraw(Attachment attachment) {
        attachment.withdraw().ifPresent(blob -> released.fire(new BlobsReleased(List.of(blob))));
        var folder = attachment.event().theCase().folder();
        if (!cases.needsKey(folder)) {
            keys.destroy(folder.id(), folder.processCode());
        }
    }

    /** The antivirus has answered, later. */
    void judged(Attachment attachment, Verdict verdict) {
        boolean served = attachment.isReceived();
        attachment.judge(withinItsRules(attachment, verdict), clock.instant());
        tellBlocked(attachment);
        if (!served) {
            announceIfLate(attachment);
        }
    }

    /** Notifies the services that have got their cases without this file. */
    private void announceIfLate(Attachment attachment) {
        if (!attachment.isReceived()) {
            return;
        }
        for (var theCase : attachment.lateFor()) {
            theCase.received(attachment);
            happened.fire(new FolderEvent.LateFileReceived(
                    theCase.id(),
                    theCase.externalId(),
                    theCase.processCode(),
                    theCase.folder().transmitter(),
                    theCase.recipient(),
                    theCase.status()));
        }
    }

    private Verdict withinItsRules(Attachment attachment, Verdict verdict) {
        boolean encryptedToo = processes
                .find(attachment.processCode())
                .filter(process -> process.attachments().encrypted())
                .isPresent();
        return encryptedToo ? verdict.acceptingEncrypted() : verdict;
    }

    private void tellBlocked(Attachment attachment) {
        if (attachment.isReceived()) {
            return;
        }
        LOG.log(
                Level.WARNING,
                "HUBEE-FILE-BLOCKED attachment {0}: {1}, {2}",
                attachment.id(),
                attachment.status(),
                attachment.verdict());
        journal.blocked(attachment);
    }

    /**
     * @param theCase the case in which the file is read
     * @throws NotFound when it has no bytes
     * @throws Damaged when they differ from those received
     */
    public StoredFile read(Caller caller, Case theCase, Attachment attachment) {
        return read(caller, theCase, attachment, false);
    }

    /** @param onScreen whether it is only shown, not downloaded: the journal says so */
    public StoredFile read(Caller caller, Case theCase, Attachment attachment, boolean onScreen) {
        var stored = undamaged(attachment);
        journal.read(caller, theCase, attachment, onScreen);
        return stored;
    }

    private static StoredFile undamaged(Attachment attachment) {
        var stored = attachment.stored().orElseThrow(() -> NotFound.of("File"));
        if (attachment.isDamaged()) {
            throw new Damaged();
        }
        return stored;
    }

    /**
     * Reads a file of a case that waits for silent software; recorded each time.
     *
     * @param silentSince when that software called last
     * @throws NotFound when it has no bytes
     * @throws Damaged when they differ from what was received
     */
    public StoredFile rescue(Caller caller, Case theCase, Attachment attachment, Instant silentSince) {
        var stored = undamaged(attachment);
        journal.rescued(caller, theCase, attachment, silentSince);
        return stored;
    }

    public void readAll(Caller caller, Case theCase, Collection<Attachment> attachments) {
        attachments.forEach(attachment -> journal.read(caller, theCase, attachment, false));
    }

    /** A portal reports that it has deleted its own copy; a file that no longer exists is ignored. */
    public void purgedByPortal(Caller caller, CaseAttachment.Id id) {
        var copy = RowLookup.find(entities, CaseAttachment.class, id);
        if (copy != null) {
            CaseAccess.check(caller, copy.theCase());
            copy.purgedByPortal();
            journal.purged(caller, id.caseId(), id.attachmentId());
        }
    }

    /** @throws Conflict with the name of a damaged file */
    public void requireUndamaged(Case theCase, Collection<Attachment> attachments) {
        attachments.stream().filter(Attachment::isDamaged).findFirst().ifPresent(damaged -> {
            throw new Conflict(Words.text("exchange.fileDamaged", theCase.externalId(), damaged.fileName()));
        });
    }
}
