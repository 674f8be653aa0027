package fr.hubee.desk.casework;

import fr.hubee.desk.casework.CaseDepositService.UploadedFile;
import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.exchange.folder.CaseRecorder;
import fr.hubee.exchange.folder.NewAttachment;
import fr.hubee.exchange.folder.ResumableUploadService;
import fr.hubee.exchange.folder.ResumableUploadService.Outcome;
import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.encryption.DataKeyStore;
import fr.hubee.files.scan.Antivirus;
import fr.hubee.files.scan.ContentCheck;
import fr.hubee.files.scan.FileFormat;
import fr.hubee.files.scan.ScanTime;
import fr.hubee.files.scan.Verdict;
import fr.hubee.files.storage.BlobReader;
import fr.hubee.files.storage.BlobReader.BlobContent;
import fr.hubee.files.storage.BlobRecords;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.files.storage.ScannedBlob;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.files.storage.UploadPart;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.ByteCount;
import fr.hubee.kernel.shared.FileName;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.io.output.TeeOutputStream;

/**
 * Adds people's files to a case, all or none. Their bytes come in one upload, which goes on after a cut. When all are there they are checked
 * and stored as files; then one transaction records and sends them.
 */
@Stateless
@RolesAllowed(RoleNames.MANAGE_FOLDERS)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CaseDepositService {
    public static final int MOST = 10;

    @Inject
    WorkableCases cases;

    @Inject
    CaseRecorder recorder;

    @Inject
    ResumableUploadService uploads;

    @Inject
    BlobReader bytes;

    @Inject
    BlobStore blobs;

    @Inject
    BlobRecords records;

    @Inject
    DataKeyStore keys;

    @Inject
    Antivirus antivirus;

    @Inject
    Transactions transactions;

    /**
     * Begins to receive files, one after the other; former ones of the same person for this case are over.
     *
     * @param size of all together
     */
    public UUID begin(Caller caller, UUID id, long size) throws IOException {
        long most = transactions.call(() -> expect(caller, id)).policy().rules().mostTogether(MOST);
        if (size > most) {
            throw new InvalidRequest(Words.text("desk.deposit.tooLargeTogether", ByteCount.text(most)));
        }
        return uploads.beginOfPerson(caller, id, size);
    }

    /** Takes the bytes of one request, which are of one file: see {@link ResumableUploadService#append}. */
    public Outcome append(Caller caller, UUID upload, long offset, UploadPart part) throws IOException {
        var theCase = uploads.state(caller, upload).caseId();
        transactions.call(() -> expect(caller, theCase));
        return uploads.append(caller, upload, offset, part);
    }

    /**
     * Adds the files of an upload, once: whoever has lost the answer may ask again.
     *
     * @param files in the order of their bytes
     * @throws InvalidRequest with the reason: the upload is over
     */
    public void depositUploaded(Caller caller, UUID upload, List<UploadedFile> files) throws IOException {
        var state = uploads.state(caller, upload);
        if (state.finished()) {
            return;
        }
        var parts = uploads.parts(caller, upload).iterator();
        try {
            var whole = files.stream().map(file -> file.with(target -> copy(parts, file.size(), target)));
            add(caller, state.caseId(), whole.toList(), upload);
        } catch (InvalidRequest refused) {
            uploads.cancel(caller, upload);
            throw refused;
        }
    }

    private void copy(Iterator<StoredBlob> parts, long size, OutputStream target) throws IOException {
        long left = size;
        while (left > 0 && parts.hasNext()) {
            var part = parts.next();
            bytes.copy(part, target);
            left -= part.size();
        }
    }

    /** @throws IOException when the store is full or an uploaded file is missing: nothing was added */
    public void deposit(Caller caller, UUID id, List<UploadedFile> files) throws IOException {
        add(caller, id, files, null);
    }

    /** @param upload that brought the files, or null */
    private void add(Caller caller, UUID id, List<UploadedFile> files, UUID upload) throws IOException {
        var expected = transactions.call(() -> expect(caller, id));
        var policy = expected.policy();
        if (files.isEmpty()) {
            throw new InvalidRequest(Words.text("desk.deposit.noFile"));
        }
        if (files.size() > MOST) {
            throw new InvalidRequest(Words.text("desk.deposit.tooMany", MOST));
        }
        var announced = files.stream().map(policy::announce).toList();
        var kept = new ArrayList<ScannedBlob>();
        var time = ScanTime.ofRequest();
        boolean whole = false;
        try {
            for (int each = 0; each < files.size(); each++) {
                kept.add(keep(expected, files.get(each), announced.get(each), time));
            }
            whole = true;
        } finally {
            if (!whole) {
                for (var each : kept) {
                    blobs.delete(each.blob().key());
                }
            }
        }
        records.write(
                kept.stream().map(each -> each.blob().key()).toList(),
                () -> deposited(caller, id, announced, kept, upload));
    }

    private record Expected(DepositPolicy policy, Optional<DataKey> key) {}

    private Expected expect(Caller caller, UUID id) throws IOException {
        var theCase = cases.find(caller, id);
        CaseRights.require(cases.rights(caller, theCase).depositRefusal());
        return new Expected(
                new DepositPolicy(cases.process(theCase).attachments()),
                keys.stillOf(theCase.folder().id()));
    }

    private boolean deposited(Caller caller, UUID id, List<NewAttachment> files, List<ScannedBlob> kept, UUID upload) {
        var theCase = cases.hold(caller, id);
        CaseRights.require(cases.rights(caller, theCase).depositRefusal());
        return recorder.recordDeposit(caller, theCase, cases.deposit(caller, files), kept, upload);
    }

    private ScannedBlob keep(Expected expected, UploadedFile file, NewAttachment announced, ScanTime time)
            throws IOException {
        try (var draft = blobs.draft(expected.key());
                var scan = antivirus.begin(time)) {
            file.bytes().writeTo(new TeeOutputStream(draft.target(), scan));
            if (draft.size() != announced.size()) {
                throw new InvalidRequest(Words.text("desk.deposit.incomplete", announced.fileName()));
            }
            if (!ContentCheck.agrees(announced.mimeType(), draft.head())) {
                throw new InvalidRequest(Words.text("desk.deposit.otherContent", announced.fileName()));
            }
            var verdict = expected.policy().requireHarmless(announced, scan.verdict());
            return new ScannedBlob(draft.keep(), verdict);
        }
    }

    /**
     * A file that a person uploads; its name is untrusted.
     *
     * @param bytes written once; null while they are in the upload
     */
    public record UploadedFile(String fileName, long size, BlobContent bytes) {

        UploadedFile with(BlobContent content) {
            return new UploadedFile(fileName, size, content);
        }
    }

    /** Defines which files the people of a service may add in a démarche; checked, with errors in French, before any byte is stored. */
    record DepositPolicy(AttachmentRules rules) {
        /** The contract requires a functional type; the portal does not ask for one. */
        static final String TYPE = "PieceJointe";

        private static final int LONGEST_NAME = 255;

        /**
         * The media type is derived from the name, since the browser's is unreliable. The content is checked against it
         * later.
         */
        NewAttachment announce(UploadedFile file) {
            var name = nameOf(file.fileName());
            if (file.size() == 0) {
                throw new InvalidRequest(Words.text("desk.deposit.empty", name));
            }
            if (file.size() > rules.maxSize()) {
                throw new InvalidRequest(Words.text(
                        "desk.deposit.tooLarge", name, ByteCount.text(file.size()), ByteCount.text(rules.maxSize())));
            }
            var format = format(name)
                    .orElseThrow(() -> new InvalidRequest(
                            Words.text("desk.deposit.otherFormat", name, FileFormat.labels(rules.siFormats()))));
            return new NewAttachment(name, TYPE, file.size(), format);
        }

        /**
         * Refuses a file that the antivirus blocks, so that nothing of it is kept. Without an answer of the antivirus, the file waits.
         *
         * @return the verdict under the rules of the démarche
         */
        Verdict requireHarmless(NewAttachment announced, Verdict scanned) {
            var verdict = rules.encrypted() ? scanned.acceptingEncrypted() : scanned;
            if (verdict.kind() == Verdict.Kind.INFECTED) {
                throw new InvalidRequest(Words.text("desk.deposit.infected", announced.fileName(), verdict.detail()));
            }
            if (verdict.kind() == Verdict.Kind.REFUSED) {
                throw new InvalidRequest(Words.text("desk.deposit.unreadable", announced.fileName()));
            }
            return verdict;
        }

        private Optional<String> format(String name) {
            return rules.siFormats().stream()
                    .filter(format ->
                            FileFormat.extensions(format).stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith))
                    .findFirst();
        }

        /** Some browsers send a path. */
        private static String nameOf(String typed) {
            var path = typed == null ? "" : typed.strip();
            var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
            if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
                throw new InvalidRequest(Words.text("desk.deposit.badName"));
            }
            return FileName.harmless(name);
        }
    }
}
