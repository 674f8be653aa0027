package fr.hubee.files.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.SettingSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StorageSettingsTest {
    private static final Map<String, String> KEYS =
            Map.of("HUBEE_S3_ACCESS_KEY", "invented", "HUBEE_S3_SECRET_KEY", "a secret");

    @Test
    void whatIsNotSetHasAValueThatWorks() {
        var settings = read(Map.of());

        assertEquals(new BlobPlace.Folder(Path.of("/var/lib/hubee/blobs")), settings.blobs());
        assertEquals(Optional.empty(), settings.former());
    }

    @Test
    void whatIsSetIsTakenWithoutTheSpacesAroundIt() {
        assertEquals(
                new BlobPlace.Folder(Path.of("/data/blobs")),
                read(Map.of("HUBEE_BLOBS", " /data/blobs ")).blobs());
    }

    @Test
    void aBucketHasANameAndAPrefixOrNone() {
        assertEquals(new BlobPlace.Bucket("files", ""), BlobPlace.of("s3://files"));
        assertEquals(new BlobPlace.Bucket("files", ""), BlobPlace.of("s3://files/"));
        assertEquals(new BlobPlace.Bucket("files", "a/b/"), BlobPlace.of("s3://files/a/b"));
        assertThrows(IllegalArgumentException.class, () -> BlobPlace.of("s3:///a"));
    }

    @Test
    void aBucketNeedsItsKeys() {
        var bucket = Map.of("HUBEE_BLOBS", "s3://files");

        assertEquals(new BlobPlace.Bucket("files", ""), read(both(bucket, KEYS)).blobs());
        assertThrows(IllegalStateException.class, () -> read(bucket));
        assertThrows(
                IllegalStateException.class,
                () -> read(both(bucket, Map.of("HUBEE_S3_ACCESS_KEY", "invented", "HUBEE_S3_SECRET_KEY", " "))));
        assertThrows(IllegalStateException.class, () -> read(Map.of("HUBEE_BLOBS_FORMER", "s3://files")));
    }

    @Test
    void theFormerPlaceIsOfTheOtherKind() {
        var former = read(both(Map.of("HUBEE_BLOBS", "s3://files", "HUBEE_BLOBS_FORMER", "/data/blobs"), KEYS));

        assertEquals(Optional.of(new BlobPlace.Folder(Path.of("/data/blobs"))), former.former());
        assertThrows(
                IllegalStateException.class,
                () -> read(both(Map.of("HUBEE_BLOBS", "/a", "HUBEE_BLOBS_FORMER", "/b"), KEYS)));
    }

    @Test
    void noSecretIsInWhatALogShows() {
        var text = read(both(Map.of("HUBEE_BLOBS", "s3://files", "HUBEE_S3_ENDPOINT", "https://s3.hubee.test"), KEYS))
                .toString();

        assertTrue(text.contains("https://s3.hubee.test"), text);
        assertFalse(text.contains("secret") || text.contains("invented"), text);
    }

    private static Map<String, String> both(Map<String, String> some, Map<String, String> others) {
        var all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    private static StorageSettings read(Map<String, String> texts) {
        return new StorageSettings(new SettingSource(texts::get));
    }
}
