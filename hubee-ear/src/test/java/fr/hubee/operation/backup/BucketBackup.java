package fr.hubee.operation.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.files.storage.BlobPlace;
import fr.hubee.files.storage.S3Settings;
import fr.hubee.files.storage.StorageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Backs up a bucket, for the tests of the stores that have one. */
public final class BucketBackup {
    private BucketBackup() {}

    /**
     * @param place with a slash at its end
     * @param stored the key of a file in the bucket, of which this is the text
     */
    public static void assertReadsAndPutsBack(S3Settings s3, String place, String stored, String text, Path folder)
            throws IOException {
        var files = new FolderFiles(folder);
        try (var stores = stores(s3, place);
                var elsewhere = stores(s3, place + "elsewhere")) {
            Copied copied;
            try (var bytes = stores.open(stored)) {
                copied = files.put(stored, bytes);
            }
            assertEquals(text, Files.readString(files.path(stored)));
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

    private static HubStores stores(S3Settings s3, String place) {
        return new HubStores(new StorageSettings(BlobPlace.of(place), Optional.empty(), s3));
    }
}
