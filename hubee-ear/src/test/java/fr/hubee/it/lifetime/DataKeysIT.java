package fr.hubee.it.lifetime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.encryption.DataKeyStore;
import fr.hubee.files.encryption.LostKey;
import fr.hubee.files.encryption.MasterKeyFile;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.files.storage.StorageSettings;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.it.InServer;
import fr.hubee.it.Jobs;
import fr.hubee.it.StoreFolder;
import fr.hubee.it.clock.MovableClock;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.OwnDemarche;
import fr.hubee.it.world.Stored;
import fr.hubee.journal.job.Job;
import fr.hubee.journal.job.RunState;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.lifetime.retention.PurgeService;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks the keys of files: which file has one, when they are deleted, and that nothing can be read without them. */
class DataKeysIT extends InServer {
    @Inject
    PurgeService purges;

    @Inject
    DataKeyStore keys;

    @Inject
    BlobStore blobs;

    @Inject
    StorageSettings settings;

    @Inject
    Jobs jobs;

    @BeforeEach
    void open() {}

    @AfterEach
    void backToNow() {
        MovableClock.ofThisServer().reset();
    }

    @Test
    void theServerEncryptsWithTheFastCipherWhereItRuns() throws Exception {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "the library is for this kind of processor");

        assertEquals(
                "HubEE-AES",
                Cipher.getInstance("AES/GCM/NoPadding").getProvider().getName());
    }

    @Test
    void theStoreHasNothingThatCanBeReadAndTheRecipientReadsWhatWasSent() throws Exception {
        var demarche = OwnDemarche.keeping("DONE", 0, 60, 365);
        var deposit = demarche.deposit();

        var stored = Files.readString(blob(deposit), StandardCharsets.ISO_8859_1);

        assertFalse(stored.contains("demande"), stored);
        assertArrayEquals(
                Deposit.REQUEST, demarche.operator().get(path(deposit)).bytes());
    }

    @Test
    void whoeverSendsFirstTheFolderHasOneKey() throws Exception {
        var folder = UuidV7.next();
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Optional<String>> asking = () -> keys.of(folder).map(DataKey::id);
            var told = threads.invokeAll(List.of(asking, asking, asking, asking, asking, asking, asking, asking));

            for (var each : told) {
                assertEquals(told.get(0).get(), each.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1L, count(folder));
    }

    @Test
    void theKeyGoesWithTheLastFileAndWhatIsRestoredFromBeforeIsReadByNobody() throws Exception {
        var demarche = OwnDemarche.keeping("DONE", 0, 60, 365);
        var deposit = demarche.deposit();
        var file = deposit.file();
        var folder = folder(file);
        var blob = blob(deposit);
        var bytes = Files.readAllBytes(blob);
        assertEquals(1L, count(folder));
        demarche.move(deposit, 0, demarche.town, CaseStatus.REFUSED);
        Stored.caseOf(deposit).set("finished_since = now() - interval '2 days'");

        assertEquals(1, asBatch.call(() -> purges.purgeFiles(List.of(file))).done());

        assertEquals(0L, count(folder));
        Files.write(blob, bytes);
        restoreRow(file, blob.getFileName().toString());
        var answer = demarche.operator().get(path(deposit)).expect(500);
        assertEquals("File is damaged", answer.error());
    }

    /** Inserts a row as a restore does, which creates the triggers after the rows. */
    private void restoreRow(UUID file, String blob) throws SQLException {
        var id = new BlobKey(blob).dataKey().orElseThrow();
        sql().change("insert into data_key values (?, ?, 'none', 'none', now())", id, UuidV7.next());
        Stored.file(file).set("status = 'RECEIVED', blob_key = ?, purged_at = null", blob);
        sql().change("delete from data_key where id = ?", id);
    }

    @Test
    void aDeletedFolderHasNoKey() throws Exception {
        var demarche = OwnDemarche.keeping("DONE", 0, 60, 365);
        var deposit = demarche.announced();
        var folder = folder(deposit.file());
        demarche.operator().upload(deposit.attachmentPath(), new byte[3]); // too short
        assertEquals(1L, count(folder));
        sql().change(
                        "update folder set created_at = now() - interval '400 days', updated_at = now() - interval '400 days' where id = ?",
                        folder);

        assertEquals(
                1, asBatch.call(() -> purges.deleteFolders(List.of(folder))).done());

        assertEquals(0L, count(folder));
    }

    @Test
    void theKeyGoesWithAFolderThatItsOperatorDeletesAndWhatIsRestoredIsReadByNobody() throws Exception {
        var demarche = OwnDemarche.keeping("DONE", 0, 60, 365);
        var deposit = demarche.announced().upload();
        var folder = folder(deposit.file());
        var blob = blob(deposit);
        var key = new BlobKey(blob.getFileName().toString());
        var bytes = Files.readAllBytes(blob);

        demarche.operator().delete(deposit.path()).expect(204);

        assertEquals(0L, count(folder));
        assertEquals(1L, noted(key, demarche));
        Files.write(blob, bytes);
        var stored = new StoredBlob(key, Deposit.REQUEST.length, "unread");
        assertThrows(LostKey.class, () -> blobs.copy(stored, 0, stored.size(), OutputStream.nullOutputStream()));
        Files.delete(blob);
    }

    @Test
    void theKeyGoesWithTheLastDepositThatIsDeletedAndAnotherOneHasAnotherKey() throws Exception {
        var demarche = OwnDemarche.keeping("DONE", 0, 60, 365);
        var deposit = demarche.deposit();
        var file = deposit.file();
        var folder = folder(file);
        var key = new BlobKey(blobKey(file));
        var first = more(demarche, deposit);
        var second = announcedMore(demarche, deposit);

        demarche.operator().delete(first).expect(204);
        assertEquals(1L, count(folder), "the file of the folder needs it");
        var third = more(demarche, deposit);
        Stored.file(file).set("status = 'DELETED', blob_key = null, purged_at = now()");
        demarche.operator().delete(third).expect(204);
        assertEquals(1L, count(folder), "a file is announced");
        demarche.operator().delete(second).expect(204);

        assertEquals(0L, count(folder));
        assertEquals(1L, noted(key, demarche));
        more(demarche, deposit);
        assertEquals(1L, count(folder));
    }

    private static String announcedMore(OwnDemarche demarche, Deposit deposit) {
        var event = demarche.operator().post(deposit.casePath() + "/events", """
                {"actionType": "ATTACH_DEPOSIT", "notification": true,
                 "attachments": [{"fileName": "complement.xml", "type": "ActeEtatCivil-XML", "size": %d,
                   "mimeType": "application/xml"}]}""".formatted(Deposit.REQUEST.length));
        return deposit.casePath() + "/events/" + event.field("id");
    }

    /** @return the path of an event whose file was sent */
    private static String more(OwnDemarche demarche, Deposit deposit) {
        var event = announcedMore(demarche, deposit);
        var file = demarche.operator().get(event).field("attachments/0/id");
        demarche.operator()
                .upload(event + "/attachments/" + file, Deposit.REQUEST)
                .expect(204);
        return event;
    }

    private Object noted(BlobKey key, OwnDemarche demarche) throws SQLException {
        return sql().count(
                        "destroyed_key where key_id = ? and process_code = ?",
                        key.dataKey().orElseThrow(),
                        demarche.code);
    }

    @Test
    void noFileIsRecordedWhoseKeyIsGone() throws Exception {
        var deposit = OwnDemarche.keeping("DONE", 0, 60, 365).deposit();
        var key = BlobKey.fresh("fs").value() + "-0123456789abcdef01234567";

        assertThrows(
                SQLException.class,
                () -> sql().change("update attachment set blob_key = ? where id = ?", key, deposit.file()));
    }

    @Test
    void aNewMasterKeyEncryptsTheKeysAndTouchesNoFile() throws Exception {
        var demarche = OwnDemarche.keeping("DONE", 0, 60, 365);
        var deposit = demarche.deposit();
        var before = Files.getLastModifiedTime(blob(deposit));
        var file = new MasterKeyFile(Path.of(System.getProperty("HUBEE_MASTER_KEY_FILE")));
        var added = file.read().withAnother();
        var fresh = added.all().get(added.all().size() - 1).name();
        assertNotEquals(added.current().name(), fresh);

        file.write(added.using(fresh));
        assertEquals(RunState.COMPLETED, jobs.run(Job.KEY_ROTATION).state());

        assertEquals(0L, sql().count("data_key where master_key <> ?", fresh));
        assertEquals(before, Files.getLastModifiedTime(blob(deposit)));
        file.write(file.read().without(added.current().name()));
        assertArrayEquals(
                Deposit.REQUEST, demarche.operator().get(path(deposit)).bytes());
    }

    @Test
    void aFileFromBeforeIsServedAndEncryptedByTheJobAndItsFormerBytesGo() throws Exception {
        var demarche = OwnDemarche.keeping("DONE", 0, 60, 365);
        var deposit = demarche.deposit();
        var file = deposit.file();
        BlobKey plain;
        try (var draft = blobs.draft(Optional.empty())) {
            draft.target().write(Deposit.REQUEST);
            plain = draft.keep().key();
        }
        Stored.file(file).set("blob_key = ?", plain.value());
        assertArrayEquals(
                Deposit.REQUEST, demarche.operator().get(path(deposit)).bytes());

        assertEquals(RunState.COMPLETED, jobs.run(Job.STORE_MOVING).state());

        assertTrue(new BlobKey(blobKey(file)).dataKey().isPresent());
        assertTrue(StoreFolder.has(settings, plain), "whoever began to read it, ends");
        assertArrayEquals(
                Deposit.REQUEST, demarche.operator().get(path(deposit)).bytes());
        MovableClock.ofThisServer().moveTo(Instant.now().plusSeconds(3700));
        assertEquals(RunState.COMPLETED, jobs.run(Job.STORE_MOVING).state());
        assertFalse(StoreFolder.has(settings, plain));
    }

    private String blobKey(UUID file) throws SQLException {
        return (String) sql().one("select blob_key from attachment where id = ?", file);
    }

    private Path blob(Deposit deposit) throws SQLException {
        var key = blobKey(deposit.file());
        return StoreFolder.of(settings).resolve(key.substring(key.length() - 2)).resolve(key);
    }

    private UUID folder(UUID file) throws SQLException {
        return (UUID) sql().one("select folder_id from attachment where id = ?", file);
    }

    private static String path(Deposit deposit) {
        return "/cases/" + deposit.caseId() + "/attachments/" + deposit.attachmentId();
    }

    private Object count(UUID owner) throws SQLException {
        return sql().count("data_key where owner_id = ?", owner);
    }
}
