package fr.hubee.files.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.files.storage.S3Settings.Timeouts;
import fr.hubee.kernel.database.Outage;
import fr.hubee.kernel.database.StoreAway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The behaviour of the store with an S3 server that is slow, refuses, or returns wrong data. */
class S3BadDaysTest {
    private static final byte[] SMALL = "<acte/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final byte[] SEVERAL_PARTS = random(6 * 1024 * 1024);

    /** Time limit in which each test must end. */
    private static final Duration AT_LAST = Duration.ofSeconds(30);

    private BadS3 s3;
    private S3BlobStore store;
    private S3BlobStore calm;

    @BeforeEach
    void open() throws IOException {
        s3 = new BadS3();
        store = new S3BlobStore(s3.settings(), BadS3.BUCKET, "", shortTimeouts());
        calm = new S3BlobStore(s3.settings(), BadS3.BUCKET, "", new Timeouts(AT_LAST, AT_LAST, AT_LAST, AT_LAST));
    }

    private static Timeouts shortTimeouts() {
        return new Timeouts(
                Duration.ofSeconds(5), Duration.ofMillis(1500), Duration.ofSeconds(4), Duration.ofMillis(1500));
    }

    @AfterEach
    void close() {
        store.close();
        calm.close();
        s3.close();
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private BlobKey keep(byte[] bytes) throws IOException {
        return keep(store, bytes);
    }

    private static BlobKey keep(S3BlobStore store, byte[] bytes) throws IOException {
        try (var draft = store.draft(Optional.empty())) {
            draft.target().write(bytes);
            return draft.keep().key();
        }
    }

    private byte[] read(BlobKey key, int length) throws IOException {
        return read(store, key, length);
    }

    private static byte[] read(S3BlobStore store, BlobKey key, int length) throws IOException {
        var bytes = new ByteArrayOutputStream();
        store.copy(new StoredBlob(key, length, null), 0, length, bytes);
        return bytes.toByteArray();
    }

    @Test
    void aFileThatComesByteByByteHoldsNobodyForEver() throws Exception {
        var key = keep(calm, SEVERAL_PARTS);
        s3.mood = s3::drips;

        assertTimeoutPreemptively(AT_LAST, () -> assertThrows(StoreAway.class, () -> read(key, SEVERAL_PARTS.length)));

        assertTrue(s3.brokenOff.await(30, TimeUnit.SECONDS), "the rest is not asked for any more");
    }

    @Test
    void theRestOfAFileThatNobodyWantsAnyMoreIsNotFetched() throws Exception {
        var key = keep(calm, SEVERAL_PARTS);

        assertThrows(
                IOException.class,
                () -> store.copy(new StoredBlob(key, SEVERAL_PARTS.length, null), 0, SEVERAL_PARTS.length, new Gone()));

        assertTrue(s3.brokenOff.await(30, TimeUnit.SECONDS), "the rest was sent");
    }

    private static final class Gone extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("the reader has left");
        }
    }

    @Test
    void aDeletionIsOneCall() throws Exception {
        var key = keep(calm, SEVERAL_PARTS);
        int before = s3.calls.get();

        calm.delete(key);

        assertEquals(before + 1, s3.calls.get());
        assertEquals(Map.of(), s3.objects);
    }

    @Test
    void aStoreThatNeverAnswersIsAway() throws Exception {
        var key = keep(calm, SMALL);
        s3.mood = BadS3::hangs;

        assertTimeoutPreemptively(AT_LAST, () -> {
            assertThrows(StoreAway.class, () -> read(key, SMALL.length));
            assertThrows(StoreAway.class, () -> keep(SMALL));
        });
    }

    @Test
    void fewThreadsWaitForAStoreThatHangsAndTheOthersHearAtOnceThatItIsAway() throws Exception {
        var key = keep(calm, SMALL);
        var asked = new CountDownLatch(BadS3.WAITING);
        s3.mood = exchange -> {
            asked.countDown();
            return BadS3.hangs(exchange);
        };
        store.close();
        store = new S3BlobStore(s3.settings(), BadS3.BUCKET, "", Timeouts.USUAL);
        var threads = Executors.newCachedThreadPool();
        try {
            for (int each = 0; each < BadS3.WAITING; each++) {
                threads.execute(() -> assertThrows(StoreAway.class, () -> store.stamp(key)));
            }
            assertTrue(asked.await(30, TimeUnit.SECONDS));
            int before = s3.calls.get();

            var away = assertThrows(StoreAway.class, () -> store.stamp(key));

            assertEquals("Too many requests wait for the S3 store", away.getMessage());
            assertEquals(before, s3.calls.get());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aStoreThatRefusesIsAwayWhateverItsReason() throws Exception {
        var key = keep(calm, SMALL);

        s3.mood = BadS3.refusing(403, "AccessDenied");
        assertThrows(StoreAway.class, () -> store.stamp(key));
        assertThrows(StoreAway.class, () -> read(key, SMALL.length));
        assertThrows(StoreAway.class, () -> store.delete(key));
        assertThrows(StoreAway.class, () -> keep(SEVERAL_PARTS));

        s3.mood = BadS3.refusing(503, "SlowDown");
        assertThrows(StoreAway.class, () -> keep(SMALL));
    }

    @Test
    void aStoreThatIsFullIsReportedAsADiskThatIsFull() {
        for (var reason : Map.of(507, "XMinioStorageFull", 403, "QuotaExceeded").entrySet()) {
            s3.mood = BadS3.refusing(reason.getKey(), reason.getValue());

            var small = assertThrows(IOException.class, () -> keep(SMALL));
            var large = assertThrows(IOException.class, () -> keep(SEVERAL_PARTS));

            assertEquals(Outage.DISK, Outage.of(small).orElseThrow());
            assertEquals(Outage.DISK, Outage.of(large).orElseThrow());
        }
    }

    @Test
    void whereTheBucketIsGoneNoFileIsSaidToBeMissingNorDeleted() throws Exception {
        var key = keep(calm, SMALL);
        s3.mood = BadS3.refusing(404, "NoSuchBucket");

        assertThrows(StoreAway.class, () -> store.stamp(key));
        assertThrows(StoreAway.class, () -> store.delete(key));

        s3.mood = exchange -> false;
        s3.objects.clear();
        assertThrows(NoSuchFileException.class, () -> store.stamp(key));
    }

    @Test
    void aStoreThatKeepsSomethingElseThanItWasSentIsFoundOutByItsTag() {
        s3.otherTags = true;
        s3.keepsOther = true;

        assertThrows(StoreAway.class, () -> keep(SMALL));
        assertThrows(StoreAway.class, () -> keep(SEVERAL_PARTS));

        assertTrue(s3.objects.isEmpty(), "what is wrong stays in the store");
    }

    @Test
    void aStoreThatSaysThatItHasKeptWhatItHasNotIsFoundOutBeforeTheSenderHasItsAnswer() {
        s3.keepsNothing = true;

        assertThrows(StoreAway.class, () -> keep(SMALL));
        assertThrows(StoreAway.class, () -> keep(SEVERAL_PARTS));
    }

    @Test
    void anAnswerThatWasCutOffAmongItsHeadersIsNone() throws Exception {
        var key = keep(calm, SMALL);
        s3.mood = exchange -> {
            boolean asked = exchange.getRequestMethod().equals("HEAD");
            if (asked) {
                exchange.sendResponseHeaders(200, -1);
            }
            return asked;
        };

        assertThrows(StoreAway.class, () -> store.stamp(key));
        assertThrows(StoreAway.class, () -> read(key, SMALL.length));
        assertThrows(StoreAway.class, () -> keep(SMALL));
    }

    @Test
    void aStoreWhoseTagsAreNoDigestsIsReadAgainAndBelieved() throws Exception {
        s3.otherTags = true;

        assertArrayEquals(SMALL, read(calm, keep(calm, SMALL), SMALL.length));
        assertArrayEquals(SEVERAL_PARTS, read(calm, keep(calm, SEVERAL_PARTS), SEVERAL_PARTS.length));
    }
}
