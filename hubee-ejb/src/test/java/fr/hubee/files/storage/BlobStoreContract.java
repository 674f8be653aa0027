package fr.hubee.files.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of every store, wherever its bytes are. */
abstract class BlobStoreContract {
    static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    /** Longer than what a store keeps in memory. */
    private static final int LONG = 12 * 1024 * 1024 + 17;

    BlobStore store;

    /** Returns the names of all stored files, with drafts. */
    abstract List<String> stored() throws Exception;

    @Test
    void whatWasKeptIsReadBack() throws Exception {
        var blob = keep(HELLO);

        assertEquals(HELLO.length, blob.size());
        assertEquals("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=", blob.sha256());
        assertArrayEquals(HELLO, read(blob.key(), 0, HELLO.length));
    }

    @Test
    void bytesOfManyBuffersAreKeptAndHashedWhole() throws Exception {
        var many = new byte[3 * 64 * 1024 + 17];
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
    void bytesThatAreMissingAreReportedNotPadded() throws Exception {
        var key = keep(HELLO).key();

        var failure = assertThrows(IOException.class, () -> read(key, 3, 5));
        assertEquals("Blob " + key.value() + " is shorter than it was", failure.getMessage());
    }

    @Test
    void oneByteTooManyIsSeenAndNoMoreIsRead() throws Exception {
        try (var draft = store.draft(Optional.empty());
                var endless = endless()) {
            draft.transferFrom(endless, 100_000);

            assertEquals(100_001, draft.size());
        }
    }

    @Test
    void theHeadIsTheFirstKilobyteAndNoMore() throws Exception {
        var many = new byte[100_000];
        new Random(17).nextBytes(many);
        try (var draft = store.draft(Optional.empty())) {
            draft.transferFrom(new ByteArrayInputStream(many), many.length);

            assertArrayEquals(Arrays.copyOf(many, 1024), draft.head());
        }
    }

    @Test
    void whatIsWrittenOnThisSideIsKeptLikeWhatComes() throws Exception {
        try (var draft = store.draft(Optional.empty())) {
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
    void aDraftThatIsNotKeptLeavesNothing() throws Exception {
        try (var draft = store.draft(Optional.empty())) {
            draft.transferFrom(new ByteArrayInputStream(HELLO), HELLO.length);
        }

        assertEquals(List.of(), stored());
    }

    @Test
    void aSenderThatLeavesLeavesNothing() throws Exception {
        try (var draft = store.draft(Optional.empty())) {
            assertThrows(IOException.class, () -> draft.transferFrom(broken(), HELLO.length));
        }

        assertEquals(List.of(), stored());
    }

    @Test
    void deletedBytesAreGoneAndMayBeDeletedAgain() throws Exception {
        var key = keep(HELLO).key();

        store.delete(key);
        store.delete(key);

        assertThrows(NoSuchFileException.class, () -> store.stamp(key));
        assertEquals(List.of(), stored());
    }

    @Test
    void discardedBytesAreGoneThoughTheyWereKept() throws Exception {
        var key = keep(HELLO).key();

        store.discard(key);

        assertEquals(List.of(), stored());
    }

    @Test
    void aLongFileIsKeptWholeAndAnyPartOfItIsRead() throws Exception {
        var many = random(LONG);

        var blob = keep(many);

        assertEquals(LONG, blob.size());
        assertEquals(
                Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(many)),
                blob.sha256());
        assertArrayEquals(many, read(blob.key(), 0, LONG));
        assertArrayEquals(
                Arrays.copyOfRange(many, LONG / 2, LONG / 2 + 1_000_000), read(blob.key(), LONG / 2, 1_000_000));
        assertEquals(List.of(blob.key().value()), stored());
    }

    @Test
    void aLongDraftThatIsNotKeptLeavesNothing() throws Exception {
        try (var draft = store.draft(Optional.empty())) {
            draft.target().write(random(LONG));
        }

        assertEquals(List.of(), stored());
    }

    @Test
    void aLongDraftThatIsDeletedIsNotKept() throws Exception {
        try (var draft = store.draft(Optional.empty())) {
            draft.target().write(random(LONG));
            store.discard(draft.key());
            assertEquals(List.of(), stored());

            assertThrows(IOException.class, draft::keep);
        }
        assertEquals(List.of(), stored());
    }

    @Test
    void aLongDraftThatWasAbandonedIsSwept() throws Exception {
        var draft = store.draft(Optional.empty());
        draft.target().write(random(LONG));

        store.sweepDrafts(Instant.now().minusSeconds(3600));
        assertNotEquals(List.of(), stored(), "it is young");
        store.sweepDrafts(Instant.now().plusSeconds(3600));

        assertEquals(List.of(), stored());
        assertThrows(IOException.class, draft::keep);
    }

    @Test
    void theStampOfTheSameBytesIsTheSame() throws Exception {
        var key = keep(HELLO).key();

        assertEquals(store.stamp(key), store.stamp(key));
    }

    @Test
    void whatIsMissingIsSaidToBeMissing() {
        var key = BlobKey.fresh(backend());

        assertThrows(NoSuchFileException.class, () -> store.stamp(key));
        assertThrows(NoSuchFileException.class, () -> read(key, 0, 0));
        assertThrows(NoSuchFileException.class, () -> read(key, 0, 1));
    }

    @Test
    void theWalkMeetsEveryKeyOnceAndNoneThatIsTooYoung() throws Exception {
        var wanted = new HashSet<BlobKey>();
        for (int each = 0; each < 20; each++) {
            wanted.add(keep(HELLO).key());
        }

        assertEquals(wanted, keysBefore(Instant.now().plusSeconds(3600)));
        assertEquals(Set.of(), keysBefore(Instant.now().minusSeconds(3600)));
    }

    abstract String backend();

    static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(17).nextBytes(bytes);
        return bytes;
    }

    StoredBlob keep(byte[] bytes) throws IOException {
        try (var draft = store.draft(Optional.empty())) {
            draft.transferFrom(new ByteArrayInputStream(bytes), bytes.length);
            return draft.keep();
        }
    }

    byte[] read(BlobKey key, long from, long length) throws IOException {
        var target = new ByteArrayOutputStream();
        store.copy(new StoredBlob(key, from + length, null), from, length, target);
        return target.toByteArray();
    }

    Set<BlobKey> keysBefore(Instant date) throws IOException {
        var keys = new ArrayList<BlobKey>();
        store.eachKeyBefore(date, keys::add);
        assertEquals(keys.size(), new HashSet<>(keys).size());
        return new HashSet<>(keys);
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
