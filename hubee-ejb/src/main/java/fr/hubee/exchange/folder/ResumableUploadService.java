package fr.hubee.exchange.folder;

import fr.hubee.exchange.folder.AttachmentService.AttachmentRepository;
import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.encryption.DataKeyStore;
import fr.hubee.files.storage.BlobReader;
import fr.hubee.files.storage.BlobRecords;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.files.storage.Upload;
import fr.hubee.files.storage.UploadPart;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Receives files in several requests, which any server may take: after a cut, the sender continues where its bytes end. When all are there they
 * become the file by {@link AttachmentService}, as if they had come in one request. The files of a person wait until they are deposited.
 */
@Stateless
@RolesAllowed({RoleNames.OSL, RoleNames.SI, RoleNames.ADMIN, RoleNames.MANAGE_FOLDERS})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ResumableUploadService {
    @Inject
    AttachmentService files;

    @Inject
    AttachmentRepository attachments;

    @Inject
    CaseLookup cases;

    @Inject
    AttachmentRecorder recorder;

    @Inject
    PartialUploadRepository uploads;

    @Inject
    BlobStore blobs;

    @Inject
    BlobReader bytes;

    @Inject
    BlobRecords records;

    @Inject
    DataKeyStore keys;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    /** The end of a request that brings bytes. */
    public enum Outcome {
        /** More bytes are expected: call again when they are available, or close the part. */
        WAITING,
        KEPT,
        /** They do not follow those that are stored. */
        ELSEWHERE,
        /** Another request brings bytes. */
        BUSY,
        /** Their digest is another one. */
        WRONG_DIGEST
    }

    /**
     * Begins an upload of an announced file; a former one of the same file is over.
     *
     * @param size that the sender means, or null
     * @param digest the SHA-256 in base64 of the whole file, or null
     */
    @RolesAllowed({RoleNames.OSL, RoleNames.SI, RoleNames.ADMIN})
    public UUID begin(Caller caller, AttachmentPath.Deposit path, Long size, String digest) {
        var id = UuidV7.next();
        transactions.run(() -> {
            var attachment = attachments.requireOpen(caller, path, true);
            if (size != null && size != attachment.size()) {
                throw AttachmentService.wrongSize(attachment.size(), size);
            }
            uploads.begin(id, attachment.id(), caller, digest, clock.instant());
        });
        return id;
    }

    /**
     * Begins the files that a person adds to a case which she sees. Her former ones for this case are over.
     *
     * @param size of all together
     */
    @RolesAllowed(RoleNames.MANAGE_FOLDERS)
    public UUID beginOfPerson(Caller caller, UUID theCase, long size) {
        var id = UuidV7.next();
        transactions.run(
                () -> uploads.beginOfPerson(id, cases.require(caller, theCase).id(), caller, size, clock.instant()));
        return id;
    }

    /**
     * Returns how far it is; empty while another request brings bytes, which now ends: its line must be dead, since its sender asks. If all bytes are there, but the server died before they were the file,
     * they become it now.
     *
     * @throws NotFound when it is over: what nobody continues is deleted after a day
     */
    public Optional<PartialUpload> find(Caller caller, UUID id) throws IOException {
        if (!uploads.hold(id, () -> {})) {
            uploads.end(uploads.require(caller, id).id());
            return Optional.empty();
        }
        try {
            var upload = uploads.require(caller, id);
            return Optional.of(
                    upload.isWhole() && !upload.finished() && !upload.isOfPerson() ? finished(caller, upload) : upload);
        } finally {
            uploads.release(id);
        }
    }

    /**
     * Takes the bytes of one request.
     *
     * @param offset of the first of them in the file
     * @throws InvalidRequest when all are there, and are not what was announced: the upload is over
     * @throws IOException when the sender was cut, and what arrived is kept; or the store is full
     */
    public Outcome append(Caller caller, UUID id, long offset, UploadPart part) throws IOException {
        var outcome = Outcome.ELSEWHERE;
        try {
            outcome = appended(caller, uploads.require(caller, id), offset, part);
        } finally {
            if (outcome != Outcome.WAITING) {
                part.close();
            }
        }
        return outcome;
    }

    private Outcome appended(Caller caller, PartialUpload found, long offset, UploadPart part) throws IOException {
        if (!part.isBegun()) {
            if (!uploads.hold(found.id(), part::end)) {
                return Outcome.BUSY;
            }
            part.whenClosed(() -> uploads.release(found.id()));
            if (offset != found.received()) {
                return Outcome.ELSEWHERE;
            }
            if (found.finished()) {
                part.invite();
                return Outcome.KEPT;
            }
        }
        long received = found.received();
        boolean begun = part.isBegun();
        var key = key(caller, found);
        part.whenCut(() -> {});
        do {
            if (!begun) {
                begin(found, key, part);
            }
            begun = false;
            if (!part.isOver()) {
                long stored = received;
                part.whenCut(() -> isKept(found.id(), stored, found.size(), part));
                return Outcome.WAITING;
            }
            if (!part.isRight()) {
                return Outcome.WRONG_DIGEST;
            }
            if (!isKept(found.id(), received, found.size(), part)) {
                return Outcome.ELSEWHERE;
            }
            received += part.brought();
        } while (!part.isEnded());
        part.requireUncut();
        var upload = uploads.require(caller, found.id());
        if (!upload.isOfPerson() && (upload.isWhole() || part.isLast())) {
            finished(caller, upload);
        }
        return Outcome.KEPT;
    }

    /** Begins a draft, with the bytes of a short part before; not for a person, whose files are told apart by their parts. */
    private void begin(PartialUpload found, Optional<DataKey> key, UploadPart part) throws IOException {
        var former = found.isOfPerson() ? null : uploads.shortLast(found.id());
        var draft = blobs.draft(key);
        part.begin(draft, former);
        if (former != null) {
            bytes.copy(former, draft.target());
        }
    }

    /** Returns the key for its bytes, if the caller may still send them. */
    private Optional<DataKey> key(Caller caller, PartialUpload found) throws IOException {
        return found.isOfPerson()
                ? keys.stillOf(found.folderId())
                : recorder.key(attachments.requireOpen(caller, found.path(), false));
    }

    private boolean isKept(UUID id, long received, long size, UploadPart part) throws IOException {
        var draft = part.draft();
        if (received + part.brought() > size) {
            uploads.remove(id);
            throw AttachmentService.wrongSize(size, received + part.brought());
        }
        if (part.brought() == 0) {
            return true;
        }
        var kept = draft.keep();
        return records.write(
                List.of(kept.key()), () -> uploads.add(id, received, kept, part.former(), clock.instant()));
    }

    private PartialUpload finished(Caller caller, PartialUpload upload) throws IOException {
        var parts = uploads.parts(upload.id());
        var whole = new Upload(target -> {
            for (var part : parts) {
                bytes.copy(part, target);
            }
        });
        try {
            files.receive(caller, upload.path(), whole, upload.digest());
        } catch (InvalidRequest | NoSuchFileException refused) {
            // another server may have made the file of it meanwhile
            if (!uploads.require(caller, upload.id()).finished()) {
                if (refused instanceof InvalidRequest) { // what the store does not find now, it may find later
                    uploads.remove(upload.id());
                }
                throw refused;
            }
        }
        return uploads.require(caller, upload.id());
    }

    /** Returns an upload as it is. */
    @RolesAllowed(RoleNames.MANAGE_FOLDERS)
    public PartialUpload state(Caller caller, UUID id) {
        return uploads.require(caller, id);
    }

    /** Returns the bytes that have arrived, in order. */
    @RolesAllowed(RoleNames.MANAGE_FOLDERS)
    public List<StoredBlob> parts(Caller caller, UUID id) {
        return uploads.parts(uploads.require(caller, id).id());
    }

    /** Ends an upload without the file. */
    public void cancel(Caller caller, UUID id) {
        uploads.remove(uploads.require(caller, id).id());
    }

    /** Deletes what nobody has continued for a day, and what is known of those that are finished. */
    @RolesAllowed(RoleNames.BATCH)
    public int forgetOld() {
        return uploads.removeUnheard(clock.instant().minus(PartialUpload.KEPT));
    }
}
