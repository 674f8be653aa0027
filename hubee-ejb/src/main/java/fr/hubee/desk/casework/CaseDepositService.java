package fr.hubee.desk.casework;

import fr.hubee.desk.casework.CaseDepositService.UploadedFile;
import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.exchange.folder.CaseRecorder;
import fr.hubee.exchange.folder.NewAttachment;
import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.encryption.DataKeyStore;
import fr.hubee.files.scan.Antivirus;
import fr.hubee.files.scan.ContentCheck;
import fr.hubee.files.scan.FileFormat;
import fr.hubee.files.scan.ScanTime;
import fr.hubee.files.scan.Verdict;
import fr.hubee.files.storage.BlobRecords;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.files.storage.ScannedBlob;
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
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.io.input.TeeInputStream;

/**
 * Adds people's files to a case, all or none. The bytes are stored first; then one transaction records and sends them.
 * A refused or interrupted upload leaves nothing behind.
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
    BlobStore blobs;

    @Inject
    BlobRecords records;

    @Inject
    DataKeyStore keys;

    @Inject
    Antivirus antivirus;

    @Inject
    Transactions transactions;

    /** @throws IOException when the store is full or an uploaded file is missing: nothing was added */
    public void deposit(Caller caller, UUID id, List<UploadedFile> files) throws IOException {
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
        records.write(kept.stream().map(each -> each.blob().key()).toList(), () -> {
            deposited(caller, id, announced, kept);
            return true;
        });
    }

    private record Expected(DepositPolicy policy, Optional<DataKey> key) {}

    private Expected expect(Caller caller, UUID id) throws IOException {
        var theCase = cases.find(caller, id);
        CaseRights.require(cases.rights(caller, theCase).depositRefusal());
        return new Expected(
                new DepositPolicy(cases.process(theCase).attachments()),
                keys.stillOf(theCase.folder().id()));
    }

    private void deposited(Caller caller, UUID id, List<NewAttachment> files, List<ScannedBlob> kept) {
        var theCase = cases.hold(caller, id);
        CaseRights.require(cases.rights(caller, theCase).depositRefusal());
        recorder.recordDeposit(caller, theCase, cases.deposit(caller, files), kept);
    }

    private ScannedBlob keep(Expected expected, UploadedFile file, NewAttachment announced, ScanTime time)
            throws IOException {
        try (var draft = blobs.draft(expected.key());
                var scan = antivirus.begin(time);
                var bytes = file.bytes().open()) {
            draft.transferFrom(new TeeInputStream(bytes, scan), announced.size());
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

    /** A file that a person uploads; its name is untrusted. */
    public record UploadedFile(String fileName, long size, Source bytes) {

        /** Opens its bytes; called once. */
        @FunctionalInterface
        public interface Source {
            InputStream open() throws IOException;
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
