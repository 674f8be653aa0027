package fr.hubee.storage.filesystem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.storage.BlobKey;
import fr.hubee.storage.StoredBlob;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobStoreTest {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path root;

    FileBlobStore store;

    @BeforeEach
    void open() {
        store = new FileBlobStore(root);
        store.makeFolders();
    }

    @Test
    void whatWasKeptIsReadBack() throws Exception {
        var blob = keep(HELLO);

        assertTrue(store.exists(blob.key()));
        assertEquals(HELLO.length, blob.size());
        assertEquals("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=", blob.sha256());
        assertArrayEquals(HELLO, read(blob.key(), 0, HELLO.length));
    }

    @Test
    void bytesOfManyBuffersAreKeptAndHashedWhole() throws Exception {
        var many = new byte[3 * FileBlobStore.BUFFER + 17];
        new Random(17).nextBytes(many);

        var blob = keep(many);

        var sha256 = MessageDigest.getInstance("SHA-256").digest(many);
        assertEquals(Base64.getEncoder().encodeToString(sha256), blob.sha256());
        assertArrayEquals(many, read(blob.key(), 0, many.length));
    }

    @Test
    void noBytesAtAllAreKeptToo() throws Exception {
        var blob = keep(new byte[0]);

        assertEquals(0, blob.size());
        assertArrayEquals(new byte[0], read(blob.key(), 0, 0));
    }

    @Test
    void aPartIsReadAlone() throws Exception {
        assertArrayEquals(
                "ell".getBytes(StandardCharsets.UTF_8), read(keep(HELLO).key(), 1, 3));
    }

    @Test
    void bytesThatAreMissingAreToldNotPadded() throws Exception {
        var key = keep(HELLO).key();

        var failure = assertThrows(IOException.class, () -> read(key, 3, 5));
        assertEquals("Blob " + key.value() + " is shorter than it was", failure.getMessage());
    }

    @Test
    void oneByteTooManyIsSeenAndNoMoreIsRead() throws Exception {
        try (var draft = store.draft();
                var endless = endless()) {
            draft.transferFrom(endless, 100_000);

            assertEquals(100_001, draft.size());
        }
    }

    @Test
    void theHeadIsTheFirstKilobyteAndNoMore() throws Exception {
        var many = new byte[100_000];
        new Random(17).nextBytes(many);
        try (var draft = store.draft()) {
            draft.transferFrom(new ByteArrayInputStream(many), many.length);

            assertArrayEquals(Arrays.copyOf(many, 1024), draft.head());
        }
    }

    @Test
    void whatIsWrittenOnThisSideIsKeptLikeWhatComes() throws Exception {
        try (var draft = store.draft()) {
            draft.target().write(HELLO, 0, 2);
            draft.target().write(HELLO[2]);
            draft.target().write(HELLO, 3, 2);
            var blob = draft.keep();

            assertEquals(draft.key(), blob.key());
            assertEquals("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=", blob.sha256());
            assertArrayEquals(HELLO, draft.head());
            assertArrayEquals(HELLO, read(blob.key(), 0, HELLO.length));
        }
    }

    @Test
    void aDraftThatIsDeletedIsNotKept() throws Exception {
        try (var draft = store.draft()) {
            draft.target().write(HELLO);
            store.delete(draft.key());
            assertEquals(List.of(), files());

            assertThrows(IOException.class, draft::keep);
        }
        assertEquals(List.of(), files());
    }

    @Test
    void aDraftThatIsNotKeptLeavesNothing() throws Exception {
        try (var draft = store.draft()) {
            draft.transferFrom(new ByteArrayInputStream(HELLO), HELLO.length);
        }

        assertEquals(List.of(), files());
    }

    @Test
    void aSenderThatLeavesLeavesNothing() throws Exception {
        try (var draft = store.draft()) {
            assertThrows(IOException.class, () -> draft.transferFrom(broken(), HELLO.length));
        }

        assertEquals(List.of(), files());
    }

    @Test
    void keepingLeavesTheBytesAndNoDraft() throws Exception {
        var key = keep(HELLO).key().value();

        assertEquals(List.of(root.resolve(key.substring(key.length() - 2)).resolve(key)), files());
    }

    @Test
    void deletedBytesAreGoneAndMayBeDeletedAgain() throws Exception {
        var key = keep(HELLO).key();

        store.delete(key);
        store.delete(key);

        assertFalse(store.exists(key));
        assertEquals(List.of(), files());
    }

    @Test
    void draftsLeftByACrashAreSweptOthersStay() throws Exception {
        var drafts = Files.createDirectories(root.resolve("drafts"));
        var old = written(drafts.resolve(BlobKey.fresh("fs").value()), NOON.minusSeconds(1));
        var young = written(drafts.resolve(BlobKey.fresh("fs").value()), NOON);

        store.sweepDrafts(NOON);

        assertTrue(Files.notExists(old));
        assertTrue(Files.exists(young));
    }

    @Test
    void aDraftThatCannotBeDeletedIsToldAndStopsNoOther() throws Exception {
        var drafts = root.resolve("drafts");
        var stuck = Files.createDirectory(drafts.resolve("fs-stuck"));
        Files.createFile(stuck.resolve("inside"));
        Files.setLastModifiedTime(stuck, FileTime.from(NOON.minusSeconds(1)));
        var others = new ArrayList<Path>();
        for (int each = 0; each < 10; each++) { // some before it, some after it
            others.add(written(drafts.resolve(BlobKey.fresh("fs").value()), NOON.minusSeconds(1)));
        }

        assertThrows(DirectoryNotEmptyException.class, () -> store.sweepDrafts(NOON));

        assertEquals(List.of(), others.stream().filter(Files::exists).toList());
    }

    @Test
    void aStoreWithoutAnythingIsSweptToo() throws Exception {
        store.sweepDrafts(NOON);

        assertEquals(Set.of(), keysBefore(NOON));
    }

    @Test
    void theWalkMeetsEveryKeyThatIsOldEnough() throws Exception {
        var wanted = new HashSet<BlobKey>();
        for (int i = 0; i < 20; i++) {
            var key = keep(HELLO).key();
            written(file(key), NOON.minusSeconds(1));
            wanted.add(key);
        }
        written(file(keep(HELLO).key()), NOON);

        assertEquals(wanted, keysBefore(NOON));
    }

    @Test
    void theWalkPassesOverWhatAFileSystemPutsBesideTheBytes() throws Exception {
        var key = keep(HELLO).key();
        written(file(key), NOON.minusSeconds(1));
        written(file(key).resolveSibling(".nfs000000000000002a"), NOON.minusSeconds(1));
        written(file(key).resolveSibling(key.value() + "~"), NOON.minusSeconds(1));

        assertEquals(Set.of(key), keysBefore(NOON));
    }

    private StoredBlob keep(byte[] bytes) throws IOException {
        try (var draft = store.draft()) {
            draft.transferFrom(new ByteArrayInputStream(bytes), bytes.length);
            return draft.keep();
        }
    }

    private byte[] read(BlobKey key, long from, long length) throws IOException {
        var target = new ByteArrayOutputStream();
        store.copy(key, from, length, target);
        return target.toByteArray();
    }

    private Set<BlobKey> keysBefore(Instant date) throws IOException {
        var keys = new ArrayList<BlobKey>();
        store.eachKeyBefore(date, keys::add);
        assertEquals(keys.size(), new HashSet<>(keys).size());
        return new HashSet<>(keys);
    }

    private Path file(BlobKey key) {
        var name = key.value();
        return root.resolve(name.substring(name.length() - 2)).resolve(name);
    }

    private static Path written(Path file, Instant when) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file);
        }
        return Files.setLastModifiedTime(file, FileTime.from(when));
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
    }

    private static InputStream broken() {
        return new InputStream() {
            private boolean begun;

            @Override
            public int read() throws IOException {
                if (begun) {
                    throw new IOException("gone");
                }
                begun = true;
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                buffer[offset] = (byte) read();
                return 1;
            }
        };
    }
}
