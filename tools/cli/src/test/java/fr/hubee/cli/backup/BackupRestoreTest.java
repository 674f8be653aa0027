package fr.hubee.cli.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.hubee.exchange.receipt.ReceiptKind;
import fr.hubee.exchange.receipt.ReceiptVerifier;
import fr.hubee.launcher.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hub is backed up, destroyed, and restored: every row, every file, every proof. The tests run in order, as each migration takes its
 * time.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupRestoreTest {
    @TempDir
    static Path folder;

    static DebianPostgres postgres;
    static SmallHub hub;
    static String backups;
    static String keys;
    static String purged;

    private static final String ANOTHER_KEY = SmallHub.key("another key: it has 32 bytes too");

    private static final String KEYS_GONE = "that nobody can read as their keys are gone: ";

    @BeforeAll
    static void aHub() throws Exception {
        assumeTrue(DebianPostgres.isAllowed(), "pg_dump is not there, and only root can install it");
        postgres = DebianPostgres.start();
        backups = folder.resolve("backups").toString();
        keys = folder.resolve("keys").toString();
        hub = new SmallHub(postgres, "hubee", folder);
        hub.begin();
        purged = hub.deposit(0, "one");
        hub.deposit(1, "two");
        hub.depositInClear(2, "from before there were keys");
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    static void says(int status, String words, String said) {
        assertTrue(said.startsWith(status + " ") && said.contains(words), said);
    }

    static List<Path> newest() throws IOException {
        return new BackupFolder(Path.of(backups)).complete();
    }

    /** Changes a bit of the last byte. */
    static void flip(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    @Order(10)
    void aBackupNeedsAPlaceForItsKeysThatIsApart() {
        says(1, "The keys of the files are kept apart", hub.hubee("backup", backups));
        says(1, "Keys are kept apart from what they open", hub.hubee("backup", backups, "--keys", backups + "/keys"));
        says(2, "Usage: backup DIR", hub.hubee("backup", backups, "--keep", "0"));
        says(2, "Usage: backup DIR", hub.hubee("backup", backups, "--replace"));
    }

    @Test
    @Order(12)
    void neitherPlaceIsInsideOfTheOtherOneWhateverItIsCalled() throws Exception {
        var apart = "Keys are kept apart from what they open";
        says(1, apart, hub.hubee("backup", backups, "--keys", folder.toString()));
        says(1, apart, hub.hubee("backup", backups, "--keys", backups));
        var link = Files.createSymbolicLink(folder.resolve("link"), folder);
        says(1, apart, hub.hubee("backup", backups, "--keys", link + "/backups/keys"));
        says(1, apart, hub.hubee("backup", link + "/keys/backups", "--keys", keys));
        assertFalse(Files.exists(Path.of(keys)));
    }

    @Test
    @Order(20)
    void allIsCopiedOnceAndTheKeysAreNotAmongIt() throws Exception {
        says(0, "3 files are new", hub.hubee("backup", backups, "--keys", keys));
        var again = hub.hubee("backup", backups, "--keys", keys);
        says(0, "0 files are new", again);
        assertTrue(again.contains("NOTE the master key lies beside the keys that it opens"), again);

        try (var all = Files.walk(Path.of(backups))) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(text.contains(SmallHub.KEY), file::toString);
                assertTrue(Files.getPosixFilePermissions(Path.of(backups)).size() == 3, "nobody else's");
            }
        }
    }

    @Test
    @Order(30)
    void aDatabaseOrAStoreThatIsNotEmptyIsLeftAlone() throws Exception {
        var before = hub.all();

        says(1, "The database is not empty", hub.hubee("restore", backups, "--keys", keys));

        assertEquals(before, hub.all());
        var empty = new SmallHub(postgres, "another", folder)
                .set("HUBEE_MASTER_KEY", hub.masterKeys().json());
        says(1, "The store is not empty", empty.hubee("restore", backups, "--keys", keys));
    }

    @Test
    @Order(35)
    void aBackupThatThisHubHasNotSignedIsRefused() throws Exception {
        var backup = newest().get(1);
        var name = backup.getFileName().toString();
        var manifest = backup.resolve(Manifest.NAME);
        var text = Files.readString(manifest);
        var forged = text.replaceFirst("\nschema .*", "\nschema 1");

        Files.writeString(manifest, forged);
        refused("its manifest is another one");
        var stranger = new SmallHub(postgres, "stranger", folder.resolve("stranger"))
                .set("HUBEE_KEY", ANOTHER_KEY)
                .signer();
        stranger.sign(backup, name, forged.getBytes(StandardCharsets.UTF_8));
        var key = stranger.own().orElseThrow().id();
        refused("signed by a key that is not known: " + key);
        isTaken("--signed-by", key);
        Files.delete(backup.resolve(ManifestSigner.FILE));
        refused("is not signed; with --unsigned it is taken as it is");
        isTaken("--unsigned");

        Files.writeString(manifest, text);
        hub.signer().sign(backup, "2026-01-01T000000Z", text.getBytes(StandardCharsets.UTF_8));
        refused("it is the backup 2026-01-01T000000Z");
        hub.signer().sign(backup, name, text.getBytes(StandardCharsets.UTF_8));
        isTaken();
    }

    static void refused(String words) {
        says(1, words, hub.hubee("restore", backups, "--keys", keys));
    }

    /** Checks that the signature is accepted: the refusal expected here comes after it. */
    static void isTaken(String... options) {
        var words = new ArrayList<>(List.of("restore", backups));
        words.addAll(List.of(options));
        says(1, "The database is not empty", hub.hubee(words.toArray(String[]::new)));
    }

    @Test
    @Order(36)
    void aBackupOfAReleaseWithoutFingerprintsIsRestoredByItsKeyAndByNoOther() throws Exception {
        var backup = newest().get(1);
        var manifest = backup.resolve(Manifest.NAME);
        var text = Files.readString(manifest);
        var former = text.replaceFirst("\nHUBEE_KEY .*", "");
        assertFalse(former.equals(text), text);
        Files.writeString(manifest, former);
        var name = backup.getFileName().toString();
        hub.signer().sign(backup, name, former.getBytes(StandardCharsets.UTF_8));

        isTaken();
        var other = new SmallHub(postgres, "former", folder.resolve("former")).set("HUBEE_KEY", ANOTHER_KEY);
        says(1, "Was it made with another HUBEE_KEY or HUBEE_SEAL_KEY?", other.hubee("restore", backups));
        var keyless = new SmallHub(postgres, "keyless", folder.resolve("keyless")).set("HUBEE_KEY", "");
        says(1, "No key is known that may have signed the backup", keyless.hubee("restore", backups));

        Files.writeString(manifest, text);
        hub.signer().sign(backup, name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Checks that the refusal comes before a signature or a digest is looked at, on a machine whose settings were made anew. */
    @Test
    @Order(38)
    void aRestoreWithAnotherKeyNamesTheSettingAndWhereTheFormerOneIs() throws Exception {
        var backup = newest().get(1);
        flip(backup.resolve(Backup.DUMP));
        flip(backup.resolve(ManifestSigner.FILE));
        var kept = Path.of(keys).resolve(backup.getFileName()).resolve("HUBEE_KEY");
        var other = new SmallHub(postgres, "anew", folder.resolve("anew")).set("HUBEE_KEY", ANOTHER_KEY);

        var said = other.hubee("restore", backups, "--keys", keys);

        says(1, "This backup was made with another HUBEE_KEY (fingerprint ", said);
        says(1, "put the former one into the settings, it is in " + kept, said);
        says(1, "from where step 5 of docs/production.md has you keep a copy", other.hubee("restore", backups));
        says(1, "; this server has none)", other.set("HUBEE_KEY", "").hubee("restore", backups));
        other.set("HUBEE_KEY", SmallHub.KEY).set("HUBEE_SEAL_KEY", ANOTHER_KEY);
        says(1, "This backup was made without HUBEE_SEAL_KEY", other.hubee("restore", backups));
        flip(backup.resolve(Backup.DUMP));
        flip(backup.resolve(ManifestSigner.FILE));
    }

    @Test
    @Order(40)
    void anotherKeyIsRefused() throws Exception {
        var other = new SmallHub(postgres, "other", folder.resolve("other")).set("HUBEE_KEY", ANOTHER_KEY);

        says(1, "HUBEE_KEY is not that of the backup", other.hubee("restore", backups, "--keys", keys, "--unsigned"));
    }

    @Test
    @Order(45)
    void masterKeysThatAreMissingAreRefused() throws Exception {
        var other = new SmallHub(postgres, "fourth", folder.resolve("fourth"));

        var kept = Path.of(keys).resolve(newest().get(1).getFileName()).resolve("HUBEE_MASTER_KEY_FILE");
        flip(newest().get(1).resolve(Backup.DUMP)); // the keys come first: a dump of gigabytes is not read before
        var said = other.hubee("restore", backups, "--keys", keys);
        says(1, "HUBEE_MASTER_KEY has no key", said);
        says(1, "put it there, it is in " + kept, said);
        other.set("HUBEE_MASTER_KEY_FILE", folder.resolve("nowhere.json").toString());
        says(1, "That of the backup is in " + kept, other.hubee("restore", backups, "--keys", keys));
        flip(newest().get(1).resolve(Backup.DUMP));
    }

    @Test
    @Order(50)
    void whatWasAlteredIsFoundBeforeAnythingIsWritten() throws Exception {
        var other = new SmallHub(postgres, "third", folder.resolve("third"))
                .set("HUBEE_MASTER_KEY", hub.masterKeys().json());
        var file = new BackupFolder(Path.of(backups)).files().path(purged);
        flip(file);
        says(1, "is not what was backed up", other.hubee("restore", backups, "--keys", keys));
        flip(file);
        var dump = newest().get(1).resolve(Backup.DUMP);
        flip(dump);
        says(1, "hubee.dump is not what was backed up", other.hubee("restore", backups, "--keys", keys));
        flip(dump);
        Files.delete(newest().get(0).resolve(Manifest.NAME));
        says(1, "is no backup", other.hubee("restore", backups, "--at", "2026-11-27T100400Z", "--keys", keys));

        try (var connection = other.owner();
                var select = connection.createStatement();
                var row = select.executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
            row.next();
            assertEquals(0, row.getInt(1));
        }
        assertFalse(Files.exists(other.store()));
    }

    @Test
    @Order(60)
    void everythingThatWasDestroyedComesBack() throws Exception {
        var before = hub.all();
        var receipts = hub.receipts(0);
        var epoch = hub.feed().replaceFirst(" .*", "");
        destroy();
        hub.addMasterKey(); // there may be more than those of the backup

        var said = hub.hubee("restore", backups, "--keys", keys);

        says(0, "Restored, and verified.", said);
        assertTrue(said.contains("Files that are what was backed up: 3, not in the backup: 0"), said);
        assertEquals(before, hub.all());
        assertFalse(hub.feed().startsWith(epoch), "cursors of before are refused");
        assertTrue(hub.feed().endsWith(" false"), "a drill sends no webhooks");
        says(2, "webhooks on", hub.hubee("webhooks", "perhaps"));
        says(0, "Webhooks are sent.", hub.hubee("webhooks", "on"));
        assertTrue(hub.feed().endsWith(" true"), hub.feed());
        assertEquals(receipts, hub.receipts(0), "the same bytes, signed again");
        var known = ReceiptVerifier.keysIn(receipts.get(0));
        assertEquals(
                ReceiptKind.DEPOSIT,
                ReceiptVerifier.verify(hub.receipts(0).get(0), known::get)
                        .receipt()
                        .kind());
        hub.deposit(3, "three"); // the journal goes on
        says(0, "1 files are new", hub.hubee("backup", backups, "--keys", keys));
        assertEquals(2, new BackupFolder(Path.of(keys)).complete().size(), "of keys, two are enough");
        assertEquals(2, newest().size(), "one of three has lost its manifest");
    }

    static void destroy() throws SQLException, IOException {
        try (var connection = postgres.as("postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database hubee with (force)");
        }
        postgres.makeDatabase("hubee");
        Folders.delete(hub.store());
    }

    /** Checks that every file of the rows is there, except deleted ones; later files are in the next backup. */
    @Test
    @Order(65)
    void theHubGoesOnWhileItIsBackedUp() throws Exception {
        var deleted = hub.deposit(10, "is purged meanwhile");
        var target = folder.resolve("busy-backups");

        long missing = hub.backUpWhile(target, Path.of(keys), () -> {
            hub.purge(deleted);
            return hub.deposit(11, "comes meanwhile");
        });

        assertEquals(0, missing);
        var said = hub.hubee("restore", target.toString(), "--keys", keys, "--replace");
        says(0, "Files that are what was backed up: 4, not in the backup: 1", said);
        hub.change("delete from attachment where blob_key = '" + deleted + "'");
    }

    /** Checks that the sweep deletes none of the files, and that they can still be combined. */
    @Test
    @Order(67)
    void databaseKeysAndFilesOfThreeMomentsLoseNothing() throws Exception {
        var early = folder.resolve("early").toString();
        var late = folder.resolve("late").toString();
        var earlyKeys = folder.resolve("early-keys").toString();
        var lateKeys = folder.resolve("late-keys").toString();
        says(0, "files are new", hub.hubee("backup", early, "--keys", earlyKeys));
        var later = hub.deposit(12, "comes later");
        says(0, "files are new", hub.hubee("backup", late, "--keys", lateKeys));
        var more = hub.addFiles(12, 120);

        says(0, "Restored", hub.hubee("restore", early, "--keys", lateKeys, "--replace"));
        var before = hub.all();
        assertEquals(0, hub.sweep());
        assertEquals(before, hub.all());

        says(0, KEYS_GONE + 1, hub.hubee("restore", late, "--keys", earlyKeys, "--replace"));
        assertEquals(0, hub.sweep());
        says(0, KEYS_GONE + 0, hub.hubee("restore", late, "--keys", lateKeys, "--replace"));
        assertEquals(Optional.of("comes later"), hub.read(later));
        hub.purge(later);
        for (var file : more) {
            Files.delete(hub.stored(file));
        }
    }

    @Test
    @Order(70)
    void whatWasPurgedLeavesTheBackupsWithTheLastOneThatHadIt() throws Exception {
        hub.purge(purged);
        var file = new BackupFolder(Path.of(backups)).files().path(purged);

        says(0, "Backups that went: 1, with 0 files", hub.hubee("backup", backups, "--keys", keys, "--keep", "2"));
        assertTrue(Files.exists(file));
        says(0, "Backups that went: 2, with 1 files", hub.hubee("backup", backups, "--keys", keys, "--keep", "1"));
        assertFalse(Files.exists(file));
        assertEquals(1, new BackupFolder(Path.of(keys)).complete().size());
    }

    @Test
    @Order(80)
    void whatWasDeletedIsReadByNobodyOnceNoBackupHasItsKey() throws Exception {
        var deleted = hub.deposit(20, "is deleted");
        var kept = hub.deposit(21, "stays");
        says(0, "2 files are new", hub.hubee("backup", backups, "--keys", keys));
        var old = newest().get(newest().size() - 1).getFileName().toString();
        hub.purge(deleted);
        says(0, KEYS_GONE + 0, hub.hubee("restore", backups, "--at", old, "--keys", keys, "--replace"));
        assertEquals(Optional.of("is deleted"), hub.read(deleted), "only the backup of its key undoes a deletion");
        hub.purge(deleted);

        says(0, "Backups of keys that went: 2", hub.hubee("backup", backups, "--keys", keys, "--keep-keys", "1"));
        says(0, KEYS_GONE + 1, hub.hubee("restore", backups, "--at", old, "--keys", keys, "--replace"));

        assertTrue(Files.exists(hub.stored(deleted)), "its bytes are back");
        assertEquals(Optional.empty(), hub.read(deleted));
        assertEquals(Optional.of("stays"), hub.read(kept));
        hub.purge(deleted); // as the next night does
    }

    @Test
    @Order(82)
    void aMasterKeyThatIsKeptElsewhereIsAskedFor() throws Exception {
        var said = hub.hubee("backup", backups, "--keys", keys, "--without-master-key");
        says(0, "NOTE the master key is not in this backup", said);
        assertFalse(said.contains("lies beside"), said);
        var kept = new BackupFolder(Path.of(keys)).newest().orElseThrow();
        for (var name : hub.masterKeys().all()) {
            assertTrue(Files.readAllLines(kept.resolve(KeyFolder.NAMES)).contains(name.name()), name::name);
        }
        assertFalse(Files.exists(kept.resolve("HUBEE_MASTER_KEY_FILE")));

        var other = new SmallHub(postgres, "fifth", folder.resolve("fifth"));
        says(
                1,
                "it is not in the backup, bring it from where it is kept",
                other.hubee("restore", backups, "--keys", keys));
        other.set("HUBEE_MASTER_KEY", hub.masterKeys().json());
        says(0, "Restored, and verified.", other.hubee("restore", backups, "--keys", keys));
    }

    /** Checks a restore over existing files, too. */
    @Test
    @Order(85)
    void withoutTheBackupOfTheKeysNothingIsRead() throws Exception {
        var kept = hub.deposit(22, "is encrypted");
        says(0, "1 files are new", hub.hubee("backup", backups, "--keys", keys));
        assertEquals(Optional.of("is encrypted"), hub.read(kept));

        says(0, "Restored, and verified.", hub.hubee("restore", backups, "--replace"));

        assertEquals("", hub.all().get("data_key"));
        assertEquals(Optional.empty(), hub.read(kept));

        var unsigned = hub.hubee("restore", backups, "--replace", "--unsigned");
        says(3, "Restored, and consistent; but nobody says who made this backup", unsigned);
    }

    @Test
    @Order(90)
    void aFileThatTheStoreHasLostIsReportedAndTheRestIsBackedUp() throws Exception {
        Files.delete(new FolderFiles(hub.store()).path(hub.deposit(30, "four")));

        says(3, "Files that the store has lost: 1", hub.hubee("backup", backups, "--keys", keys));
        assertEquals(6, newest().size());
    }

    @Test
    @Order(100)
    void aDamagedFileIsFoundOnceItIsBack() throws Exception {
        flip(hub.stored(hub.deposit(31, "five")));
        flip(hub.stored(hub.depositInClear(32, "six")));
        var other = hub.deposit(33, "seven");
        hub.change("update attachment set sha256 = 'another' where blob_key = '" + other + "'");
        hub.spoilKey(hub.deposit(34, "eight"));
        says(3, "4 files are new", hub.hubee("backup", backups, "--keys", keys));

        var said = hub.hubee("restore", backups, "--keys", keys, "--replace");

        says(3, "was damaged already when it was backed up", said);
        assertEquals(3 + 1, said.split("was damaged already", -1).length, said);
        says(3, "cannot be decrypted: The data key ", said);
        says(3, "keys of files are missing in the backup of the keys", said); // since the restore without them
    }

    @Test
    @Order(120)
    void aJournalThatEndsElsewhereIsFound() throws Exception {
        var manifest = newest().get(0).resolve(Manifest.NAME);
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\nhead .*", "\nhead another"));

        says(
                3,
                "the newest head of the journal is not the one of the backup",
                hub.hubee(
                        "restore",
                        backups,
                        "--at",
                        newest().get(0).getFileName().toString(),
                        "--keys",
                        keys,
                        "--unsigned",
                        "--replace"));
    }
}
