package fr.hubee.exchange.folder;

import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.encryption.DataKeyStore;
import fr.hubee.files.scan.Antivirus;
import fr.hubee.files.scan.ContentCheck;
import fr.hubee.files.storage.BlobDraft;
import fr.hubee.files.storage.BlobRecords;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.files.storage.ScannedBlob;
import fr.hubee.files.storage.StoredFile;
import fr.hubee.files.storage.StoredScan;
import fr.hubee.files.storage.Upload;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Streams the bytes of attachments in and out: never whole in memory, and without an open transaction. */
@Stateless
@RolesAllowed({RoleNames.OSL, RoleNames.SI, RoleNames.ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttachmentService {
    private static final System.Logger LOG = System.getLogger(AttachmentService.class.getName());

    private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9+/]{43}=");

    @Inject
    AttachmentRepository attachments;

    @Inject
    AttachmentRecorder recorder;

    @Inject
    PartialUploadRepository uploads;

    @Inject
    BlobStore blobs;

    @Inject
    BlobRecords records;

    @Inject
    DataKeyStore keys;

    @Inject
    Antivirus antivirus;

    @Inject
    StoredScan scans;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    /**
     * Receives the bytes of an announced file. A rejected upload leaves nothing behind and may be retried.
     *
     * @param digest the SHA-256 in base64 that the sender computed, or null
     * @return false when more bytes are expected: call again when they are available, or close the upload to abandon it
     * @throws InvalidRequest when size, digest or content do not match what was announced
     * @throws IOException when the sender disconnects or the store is full: nothing was kept
     */
    public boolean receive(Caller caller, AttachmentPath.Deposit path, Upload upload, String digest)
            throws IOException {
        // a single query, without a transaction
        var expected = expect(attachments.requireOpen(caller, path, false), upload);
        var announced = expected.file();
        boolean waits = false;
        try {
            waits = !upload.isWhole(blobs, expected.key(), antivirus, announced.size());
            if (!waits) {
                check(path, announced, upload.draft(), digest);
                var verdict = upload.verdict();
                var kept = upload.draft().keep();
                note(
                        caller,
                        path,
                        new ScannedBlob(kept, upload.isUnseen() ? scans.scan(kept, upload.scanTime()) : verdict),
                        upload.isOfParts());
            }
        } finally {
            if (!waits) {
                upload.close();
            }
        }
        return !waits;
    }

    private record Expected(NewAttachment file, Optional<DataKey> key) {}

    private Expected expect(Attachment attachment, Upload upload) throws IOException {
        return new Expected(attachment.announced(), upload.isBegun() ? Optional.empty() : recorder.key(attachment));
    }

    private void note(Caller caller, AttachmentPath.Deposit path, ScannedBlob kept, boolean ofParts)
            throws IOException {
        records.write(List.of(kept.blob().key()), () -> {
            recorder.received(caller, attachments.requireOpen(caller, path, true), kept);
            if (ofParts) {
                uploads.finish(path.attachmentId());
            }
            return true;
        });
    }

    /** Checks the bytes; a refusal is noted, and answered even if it could not be noted. */
    private void check(AttachmentPath.Deposit path, NewAttachment announced, BlobDraft draft, String digest) {
        try {
            check(announced, draft, digest);
        } catch (InvalidRequest refused) {
            noteRefusal(path.attachmentId());
            throw refused;
        }
    }

    /** Notes a refusal, for the people who wait for the file. */
    private void noteRefusal(UUID attachment) {
        try {
            transactions.run(() -> attachments.noteRefusal(attachment, clock.instant()));
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The refusal of attachment " + attachment + " could not be noted", failure);
        }
    }

    /** @param received may be less than what the sender has: reading ends with the first byte too many */
    static InvalidRequest wrongSize(long announced, long received) {
        var refusal = new InvalidRequest("Size does not match with attachment meta-data");
        return received > announced
                ? refusal.because("SIZE_TOO_LARGE", announced)
                : refusal.because("SIZE_WRONG", announced, received);
    }

    private static void check(NewAttachment announced, BlobDraft draft, String digest) {
        if (draft.size() != announced.size()) {
            throw wrongSize(announced.size(), draft.size());
        }
        if (digest != null && !digest.equals(draft.sha256())) {
            throw new InvalidRequest("Digest does not match with attachment content")
                    .because("DIGEST_WRONG", DIGEST.matcher(digest).matches() ? digest : "?", draft.sha256());
        }
        if (!ContentCheck.agrees(announced.mimeType(), draft.head())) {
            throw new InvalidRequest("Mime type does not match with attachment meta-data")
                    .because("CONTENT_OF_ANOTHER_TYPE", announced.mimeType());
        }
    }

    /** Opens a file for the caller; the bytes are read from the store. */
    public StoredFile open(Caller caller, AttachmentPath.Reading path) {
        return transactions.call(() -> {
            var attachment = attachments.requireSeen(caller, path);
            CaseAccess.checkBytes(caller, attachment);
            var stored = recorder.read(caller, attachments.ofPath(path), attachment);
            keys.prepare(stored.blob().key().dataKey());
            return stored;
        });
    }

    /** Finds the attachment of an API address, if the caller may send or read it. */
    @Dependent
    static class AttachmentRepository {
        @PersistenceContext
        EntityManager entities;

        @Inject
        FolderRepository folders;

        @Inject
        CaseLookup cases;

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

        /** Bytes that it has already stay. */
        void noteRefusal(UUID id, Instant now) {
            entities.createQuery("update Attachment a set a.refusedAt = :now where a.id = :id and a.blobKey is null")
                    .setParameter("now", now)
                    .setParameter("id", id)
                    .executeUpdate();
        }

        /** The attachment, if the caller may see it; its bytes may be missing. */
        Attachment requireSeen(Caller caller, AttachmentPath.Reading path) {
            return path instanceof AttachmentPath.OfEvent ofEvent
                    ? seenOfEvent(caller, ofEvent)
                    : seenOfCase(caller, (AttachmentPath.OfCase) path);
        }

        Case ofPath(AttachmentPath.Reading path) {
            return RowLookup.find(entities, Case.class, path.caseId());
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
            var found = ofEvent(path, held);
            var event = requireEvent(caller, path, found);
            if (!event.transmitter().equals(caller.organization())) {
                throw new NotAllowed().because("FILE_OF_AUTHOR").on(event.id());
            }
            var attachment = found.orElseThrow(() -> NotFound.of("Binary meta-data"));
            event.theCase().requireNotArchived();
            attachment.requireOpen(!event.isInProgress() || event.isSentAfterScan());
            return attachment;
        }

        /** Returns the attachment with its event, its case and its folder, whose row is locked first. */
        private Optional<Attachment> ofEvent(AttachmentPath.OfEvent path, boolean held) {
            return entities.createQuery("""
                            select f, c, e, a from Folder f join f.cases c join c.events e join e.attachments a
                            where c.id = :case and e.id = :event and a.id = :id""", Object[].class)
                    .setParameter("case", path.caseId())
                    .setParameter("event", path.eventId())
                    .setParameter("id", path.attachmentId())
                    .setLockMode(held ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE)
                    .getResultStream()
                    .map(row -> (Attachment) row[3])
                    .findFirst();
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
            var found = ofEvent(path, false);
            requireEvent(caller, path, found);
            return found.orElseThrow(() -> NotFound.of("File"));
        }

        /** @param found the attachment of the path; without it, other statements look for the event */
        private CaseEvent requireEvent(Caller caller, AttachmentPath.OfEvent path, Optional<Attachment> found) {
            return found.isEmpty()
                    ? cases.requireEvent(caller, path.caseId(), path.eventId())
                    : cases.seen(caller, path.caseId(), found.map(Attachment::event));
        }
    }
}
