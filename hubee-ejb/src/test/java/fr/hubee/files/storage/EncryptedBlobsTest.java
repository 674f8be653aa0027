package fr.hubee.files.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.encryption.DataKeyStore;
import fr.hubee.files.encryption.TestKeys;
import fr.hubee.files.storage.BlobReader.BlobContent;
import fr.hubee.files.storage.BlobReader.BlobFoundDamaged;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.shared.Damaged;
import fr.hubee.kernel.shared.NotedEvent;
import fr.hubee.kernel.shared.UuidV7;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted files in the store, from the sender to the reader. */
@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class EncryptedBlobsTest {
    private static final int LARGE = 300_000;
    private static final UUID FOLDER = UuidV7.next();

    @TempDir
    Path folder;

    private final TestKeys keys = new TestKeys();
    private final List<Object> fired = new ArrayList<>();
    private PlacedBlobStore store;
    private BlobReader reader;

    @BeforeEach
    void open() {
        store = store(keys.server());
        reader = reader(store);
    }

    private PlacedBlobStore store(DataKeyStore server) {
        return new PlacedBlobStore(
                new StorageSettings(new SettingSource(Map.of("HUBEE_BLOBS", folder.toString())::get)), server);
    }

    private BlobReader reader(BlobStore blobs) {
        var reading = new BlobReader();
        reading.blobs = blobs;
        reading.damaged = NotedEvent.in(fired);
        return reading;
    }

    @Test
    void whatIsReadIsWhatWasSentAndIsNotWhatIsInTheStore() throws Exception {
        var bytes = random();
        var blob = keep(bytes);
        var plain = keepPlain("hello".getBytes(StandardCharsets.UTF_8));

        assertArrayEquals(bytes, read(reader.open(blob)));
        assertEquals(LARGE, blob.size());
        assertFalse(Arrays.equals(bytes, Files.readAllBytes(file(blob))));
        assertEquals("hello", new String(read(reader.open(plain)), StandardCharsets.UTF_8));
        assertEquals(List.of(), fired);
    }

    @Test
    void theKeysOfBlobsFitIntoTheirColumns() throws Exception {
        assertEquals(60, keep(new byte[1]).key().value().length());
    }

    @Test
    void aPartIsReadWithoutTheRest() throws Exception {
        var bytes = random();
        var blob = keep(bytes);
        alter(blob, 0x10000 + 5);

        assertArrayEquals(Arrays.copyOfRange(bytes, 200_000, 200_010), read(reader.open(blob, 200_000, 10)));
        assertArrayEquals(Arrays.copyOfRange(bytes, 140_000, LARGE), read(reader.open(blob, 140_000, 160_000)));
        assertThrows(Damaged.class, () -> reader.open(blob, 70_000, 10));
    }

    @Test
    void whatWasAlteredOnTheDiskIsSaidToBeChangedAndNotDelivered() throws Exception {
        var blob = keep(random());
        alter(blob, 0x10000 + 5);
        var received = new ByteArrayOutputStream();

        assertThrows(DamagedBlob.class, () -> reader.open(blob).writeTo(received));

        assertTrue(received.size() < 0x10000, "bytes of an altered segment");
        assertEquals(List.of(new BlobFoundDamaged(blob.key(), FileDamage.CHANGED)), fired);
    }

    @Test
    void twoFilesThatChangedPlacesAreRefused() throws Exception {
        var one = keep(random());
        var other = keep(random());
        Files.write(file(one), Files.readAllBytes(file(other)));

        assertThrows(DamagedBlob.class, () -> reader.open(one).writeTo(OutputStream.nullOutputStream()));
    }

    @Test
    void aFileThatWasCutIsNeverWhole() throws Exception {
        var blob = keep(random());
        var stored = Files.readAllBytes(file(blob));
        Files.write(file(blob), Arrays.copyOf(stored, 0x20000));
        var received = new ByteArrayOutputStream();

        assertThrows(DamagedBlob.class, () -> reader.open(blob).writeTo(received));

        assertTrue(received.size() < LARGE, "the rest was invented");
    }

    @Test
    void withoutItsKeyAFileIsDamagedForEverybodyBeforeTheAnswerBegins() throws Exception {
        var small = keep(new byte[10]);
        var large = keep(random());
        keys.lose();
        var later = reader(store(keys.server()));

        assertThrows(Damaged.class, () -> later.open(small));
        assertThrows(Damaged.class, () -> later.open(large));
        assertThrows(Damaged.class, () -> later.open(large, 100, 10));

        assertEquals(new BlobFoundDamaged(small.key(), FileDamage.UNREADABLE), fired.get(0));
    }

    private StoredBlob keep(byte[] bytes) throws IOException {
        return keep(bytes, keys.server().of(FOLDER));
    }

    private StoredBlob keepPlain(byte[] bytes) throws IOException {
        return keep(bytes, Optional.empty());
    }

    private StoredBlob keep(byte[] bytes, Optional<DataKey> key) throws IOException {
        try (var draft = store.draft(key)) {
            draft.target().write(bytes);
            return draft.keep();
        }
    }

    private Path file(StoredBlob blob) {
        var name = blob.key().value();
        return folder.resolve(name.substring(name.length() - 2)).resolve(name);
    }

    private void alter(StoredBlob blob, int place) throws IOException {
        var bytes = Files.readAllBytes(file(blob));
        bytes[place] ^= 1;
        Files.write(file(blob), bytes);
    }

    private static byte[] read(BlobContent content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        content.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static byte[] random() {
        var bytes = new byte[LARGE];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
