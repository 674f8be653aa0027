package fr.hubee.files.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.files.encryption.AlteredBytes;
import fr.hubee.files.encryption.TestKeys;
import fr.hubee.kernel.database.StoreAway;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.shared.UuidV7;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Encrypted files in a bucket. */
class EncryptedObjectsTest {
    /** Content of several parts of an upload, and many segments. */
    private static final byte[] LARGE = new byte[6 * 1024 * 1024];

    private final TestKeys keys = new TestKeys();
    private BadS3 s3;
    private PlacedBlobStore store;

    @BeforeEach
    void open() throws IOException {
        new Random(1).nextBytes(LARGE);
        s3 = new BadS3();
        var texts = Map.of(
                "HUBEE_BLOBS",
                "s3://" + BadS3.BUCKET,
                "HUBEE_S3_ENDPOINT",
                s3.settings().endpoint().orElseThrow().toString(),
                "HUBEE_S3_ACCESS_KEY",
                "key",
                "HUBEE_S3_SECRET_KEY",
                "secret");
        store = new PlacedBlobStore(new StorageSettings(new SettingSource(texts::get)), keys.server());
    }

    @AfterEach
    void close() throws IOException {
        s3.close();
    }

    @Test
    void aLargeFileIsReadBackWithAsManyCallsAsOneThatIsNotEncrypted() throws Exception {
        var blob = keep();
        assertFalse(Arrays.equals(LARGE, s3.objects.values().iterator().next()));
        s3.calls.set(0);

        assertArrayEquals(LARGE, read(blob, 0, LARGE.length));

        assertEquals(2, s3.calls.get(), "its length, its bytes");
    }

    @Test
    void aPartNeedsTheHeaderAndItsOwnSegmentsAndNoMore() throws Exception {
        var blob = keep();
        s3.calls.set(0);

        assertArrayEquals(Arrays.copyOfRange(LARGE, 3_000_000, 5_000_000), read(blob, 3_000_000, 2_000_000));

        assertEquals(4, s3.calls.get(), "two for the header, two for the part");
    }

    @Test
    void whatWasAlteredInTheBucketIsRefused() throws Exception {
        var blob = keep();
        s3.objects.values().iterator().next()[1_000_000] ^= 1;

        assertThrows(AlteredBytes.class, () -> read(blob, 0, LARGE.length));
    }

    @Test
    void aStoreThatNamesThingsItsOwnWayIsReadAndOneThatKeepsOtherBytesIsAway() throws Exception {
        s3.otherTags = true;
        assertArrayEquals(LARGE, read(keep(), 0, LARGE.length));

        s3.objects.clear();
        s3.keepsOther = true;
        assertThrows(StoreAway.class, this::keep);
        assertEquals(Map.of(), s3.objects, "nobody names it, and it is not what was sent");
    }

    private StoredBlob keep() throws IOException {
        try (var draft = store.draft(keys.server().of(UuidV7.next()))) {
            draft.target().write(LARGE);
            return draft.keep();
        }
    }

    private byte[] read(StoredBlob blob, long from, long length) throws IOException {
        var bytes = new ByteArrayOutputStream();
        store.copy(blob, from, length, bytes);
        return bytes.toByteArray();
    }
}
