package fr.hubee.exchange.folder;

import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.encryption.DataKeys;
import fr.hubee.files.scan.Antivirus;
import fr.hubee.files.scan.ContentCheck;
import fr.hubee.files.storage.BlobDraft;
import fr.hubee.files.storage.BlobRecords;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.files.storage.ScannedBlob;
import fr.hubee.files.storage.StoredFile;
import fr.hubee.files.storage.StoredScan;
import fr.hubee.files.storage.Upload;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Transactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Streams the bytes of attachments in and out: never whole in memory, and without an open transaction. */
@Stateless
@RolesAllowed({Roles.OSL, Roles.SI, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttachmentService {
    @Inject
    AttachmentRepository attachments;

    @Inject
    AttachmentRecorder recorder;

    @Inject
    BlobStore blobs;

    @Inject
    BlobRecords records;

    @Inject
    DataKeys keys;

    @Inject
    Antivirus antivirus;

    @Inject
    StoredScan scans;

    @Inject
    Transactions transactions;

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
        var expected = transactions.call(() -> expect(attachments.requireOpen(caller, path, false), upload));
        var announced = expected.file();
        boolean waits = false;
        try {
            waits = !upload.isWhole(blobs, expected.key(), antivirus, announced.size());
            if (!waits) {
                check(announced, upload.draft(), digest);
                var verdict = upload.verdict();
                var kept = upload.draft().keep();
                note(
                        caller,
                        path,
                        new ScannedBlob(kept, upload.isUnseen() ? scans.scan(kept, upload.scanTime()) : verdict));
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
        return new Expected(attachment.announced(), upload.isBegun() ? Optional.empty() : key(attachment));
    }

    private Optional<DataKey> key(Attachment attachment) throws IOException {
        var event = attachment.event();
        return event == null
                ? keys.of(attachment.folder().id())
                : keys.stillOf(event.theCase().folder().id());
    }

    private void note(Caller caller, AttachmentPath.Deposit path, ScannedBlob kept) throws IOException {
        records.write(List.of(kept.blob().key()), () -> {
            recorder.received(caller, attachments.requireOpen(caller, path, true), kept);
            return true;
        });
    }

    private static void check(NewAttachment announced, BlobDraft draft, String digest) {
        if (draft.size() != announced.size()) {
            throw new InvalidRequest("Size does not match with attachment meta-data");
        }
        if (digest != null && !digest.equals(draft.sha256())) {
            throw new InvalidRequest("Digest does not match with attachment content");
        }
        if (!ContentCheck.agrees(announced.mimeType(), draft.head())) {
            throw new InvalidRequest("Mime type does not match with attachment meta-data");
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
}
