package fr.hubee.cli.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.files.storage.BlobPlace;
import fr.hubee.files.storage.Ceph;
import fr.hubee.files.storage.LightS3;
import fr.hubee.files.storage.S3BlobStore;
import fr.hubee.files.storage.S3Server;
import fr.hubee.files.storage.StorageSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Backs up a bucket. */
class BucketBackupTest {
    private static final String PREFIX = "files/";
    private static final String TEXT = "hello";

    @TempDir
    Path folder;

    @Test
    void aBackupReadsItsFilesAndPutsThemBack() throws Exception {
        try (var server = LightS3.start()) {
            assertReadsAndPutsBack(server);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "hubee.long", matches = "true")
    void soItDoesWithARealCeph() throws Exception {
        try (var server = Ceph.start()) {
            assertReadsAndPutsBack(server);
        }
    }

    private void assertReadsAndPutsBack(S3Server server) throws IOException {
        var stored = store(server);
        var place = "s3://" + S3Server.BUCKET + "/" + PREFIX;
        var files = new FolderFiles(folder);
        try (var stores = stores(server, place);
                var elsewhere = stores(server, place + "elsewhere")) {
            Copied copied;
            try (var bytes = stores.open(stored)) {
                copied = files.put(stored, bytes);
            }
            assertEquals(TEXT, Files.readString(files.path(stored)));
            assertFalse(stores.isEmpty());
            assertTrue(elsewhere.isEmpty());

            elsewhere.put(stored, files.path(stored));

            try (var bytes = elsewhere.open(stored)) {
                assertEquals(copied, Copied.of(bytes));
            }
            assertThrows(NoSuchFileException.class, () -> elsewhere.open(stored.replaceAll("..$", "zz")));
            assertThrows(BackupRefused.class, () -> stores.requirePlace(stored.replace("s3-", "fs-")));
        }
    }

    /** Returns the key of a file of the hub. */
    private static String store(S3Server server) throws IOException {
        var bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        try (var hub = new S3BlobStore(server.settings(), S3Server.BUCKET, PREFIX);
                var draft = hub.draft(Optional.empty())) {
            draft.transferFrom(new ByteArrayInputStream(bytes), bytes.length);
            return draft.keep().key().value();
        }
    }

    private static HubStores stores(S3Server server, String place) {
        return new HubStores(new StorageSettings(BlobPlace.of(place), Optional.empty(), server.settings()));
    }
}
