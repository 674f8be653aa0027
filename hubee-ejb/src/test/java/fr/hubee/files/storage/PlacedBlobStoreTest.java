package fr.hubee.files.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.files.encryption.TestKeys;
import fr.hubee.kernel.database.StoreAway;
import fr.hubee.kernel.settings.SettingSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacedBlobStoreTest {
    /** No test calls it. */
    private static final String BUCKET = "s3://bucket";

    @TempDir
    Path folder;

    @Test
    void newBytesGoToTheBucketWhileThoseInTheFolderAreStillRead() throws Exception {
        BlobKey inFolder;
        var before = store(folder.toString(), "");
        try (var draft = before.draft(Optional.empty())) {
            draft.target().write("hello".getBytes(StandardCharsets.UTF_8));
            inFolder = draft.keep().key();
        }

        var store = store(BUCKET, folder.toString());
        try (var draft = store.draft(Optional.empty())) {
            assertEquals("s3", draft.key().backend());
        }
        var read = new ByteArrayOutputStream();
        store.copy(new StoredBlob(inFolder, 5, null), 0, 5, read);
        store.close();

        assertEquals("hello", read.toString(StandardCharsets.UTF_8));
    }

    @Test
    void newBytesGoToTheFolderWhileABucketIsOnlyRead() throws Exception {
        var store = store(folder.toString(), BUCKET);
        try (var draft = store.draft(Optional.empty())) {
            assertEquals("fs", draft.key().backend());
        }
        store.close();
    }

    @Test
    void aKeyWithoutAPlaceIsNoMissingFileAndTheSettingIsNamed() {
        var key = BlobKey.fresh("s3");

        var away =
                assertThrows(StoreAway.class, () -> store(folder.toString(), "").stamp(key));

        assertTrue(away.getMessage().contains("HUBEE_BLOBS_FORMER"), away::getMessage);
    }

    private static PlacedBlobStore store(String blobs, String former) {
        var texts = Map.of(
                "HUBEE_BLOBS",
                blobs,
                "HUBEE_BLOBS_FORMER",
                former,
                "HUBEE_S3_ACCESS_KEY",
                "invented",
                "HUBEE_S3_SECRET_KEY",
                "invented");
        return new PlacedBlobStore(new StorageSettings(new SettingSource(texts::get)), TestKeys.off());
    }
}
