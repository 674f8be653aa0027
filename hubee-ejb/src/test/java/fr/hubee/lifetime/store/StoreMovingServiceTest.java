package fr.hubee.lifetime.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.files.encryption.TestKeys;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobReader;
import fr.hubee.files.storage.BlobRecords;
import fr.hubee.files.storage.FileBlobStore;
import fr.hubee.files.storage.StorageSettings;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.journal.job.FailedItem;
import fr.hubee.kernel.database.StoreAway;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.lifetime.store.StoreMovingRepository.MovingRule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder serves as both places: copies have another key. */
@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class StoreMovingServiceTest {
    private static final Instant NOON = Instant.parse("2026-11-27T11:00:00Z");
    private static final UUID FILE = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID FOLDER = UUID.fromString("01900000-0000-7000-8000-00000000000f");
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final StoreMovingService moving = new StoreMovingService();
    private final Rows rows = new Rows();
    private FileBlobStore store;
    private byte[] read = HELLO;
    private IOException failure;

    @BeforeEach
    void open() throws Exception {
        store = new FileBlobStore(folder);
        try (var draft = store.draft(Optional.empty())) {
            draft.target().write(HELLO);
            rows.named = draft.keep();
        }
        moving.blobs = store;
        moving.files = rows;
        moving.keys = TestKeys.off();
        moving.reader = new Reader();
        moving.transactions = new Transactions();
        moving.records = new BlobRecords(moving.transactions, store);
        moving.clock = Clock.fixed(NOON, ZoneOffset.UTC);
        moving.settings = new StorageSettings(new SettingSource(Map.of(
                "HUBEE_BLOBS", "s3://bucket",
                "HUBEE_BLOBS_FORMER", folder.toString(),
                "HUBEE_S3_ACCESS_KEY", "invented",
                "HUBEE_S3_SECRET_KEY", "invented")::get));
    }

    @Test
    void theRowNamesTheCopyAndTheFormerBytesStayForWhoeverReadsThem() throws Exception {
        var former = rows.named.key();

        assertEquals(1, moving.move(List.of(FILE)).done());

        assertEquals(Set.of(former, rows.named.key()), stored());
    }

    @Test
    void whatIsNotWhatWasReceivedStaysWhereItIsAndIsReported() throws Exception {
        read = "hullo".getBytes(StandardCharsets.UTF_8);
        var former = rows.named.key();

        var treated = moving.move(List.of(FILE));

        assertEquals(0, treated.done());
        assertEquals(
                List.of(FILE.toString()),
                treated.failed().stream().map(FailedItem::item).toList());
        assertEquals(former, rows.named.key());
        assertEquals(Set.of(former), stored());
    }

    @Test
    void aFileThatWasPurgedMeanwhileLeavesNoCopy() throws Exception {
        rows.purged = true;

        assertEquals(0, moving.move(List.of(FILE)).done());

        assertEquals(Set.of(rows.named.key()), stored());
    }

    @Test
    void aStoreThatIsAwayEndsTheRunInsteadOfFailingFileByFile() throws Exception {
        failure = new StoreAway("gone", null);

        assertThrows(UncheckedIOException.class, () -> moving.move(List.of(FILE)));

        assertEquals(Set.of(rows.named.key()), stored());
    }

    @Test
    void theFormerBytesGoAnHourLaterAndOnlyThen() throws Exception {
        var former = rows.named.key();
        moving.move(List.of(FILE));

        moving.clock = Clock.fixed(NOON.plusSeconds(3599), ZoneOffset.UTC);
        assertEquals(0, moving.deleteMoved());
        moving.clock = Clock.fixed(NOON.plusSeconds(3600), ZoneOffset.UTC);
        assertEquals(1, moving.deleteMoved());

        assertEquals(Set.of(rows.named.key()), stored());
        assertEquals(Map.of(), rows.moved, former::value);
    }

    private Set<BlobKey> stored() throws IOException {
        var keys = new HashSet<BlobKey>();
        store.eachKeyBefore(Instant.MAX, keys::add);
        return keys;
    }

    private final class Reader extends BlobReader {
        @Override
        public void copy(StoredBlob blob, OutputStream target) throws IOException {
            if (failure != null) {
                throw failure;
            }
            target.write(read);
        }
    }

    /** The one row of the database. */
    private static final class Rows extends StoreMovingRepository {
        private final Map<String, Instant> moved = new HashMap<>();
        private StoredBlob named;
        private boolean purged;

        @Override
        Optional<MovableFile> blob(UUID file, MovingRule rule) {
            return Optional.of(new MovableFile(FOLDER, named));
        }

        @Override
        boolean moved(UUID file, BlobKey from, BlobKey to, Instant now) {
            if (purged) {
                return false;
            }
            named = new StoredBlob(to, named.size(), named.sha256());
            moved.put(from.value(), now);
            return true;
        }

        @Override
        List<String> movedBefore(Instant date, int most) {
            return moved.entrySet().stream()
                    .filter(each -> !each.getValue().isAfter(date))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        @Override
        void forget(BlobKey key) {
            moved.remove(key.value());
        }
    }

    @Test
    void filesAreCopiedFromAFormerPlaceOrToBeEncryptedOrForBoth() {
        var notEncrypted = "length(split_part(a.blob_key, '-', 3)) <> 24";
        var former = "split_part(a.blob_key, '-', 1) = 'fs'";

        assertEquals("false", new MovingRule(Optional.empty(), false).sql());
        assertEquals(former, new MovingRule(Optional.of("fs"), false).sql());
        assertEquals(notEncrypted, new MovingRule(Optional.empty(), true).sql());
        assertEquals("(" + former + " or " + notEncrypted + ")", new MovingRule(Optional.of("fs"), true).sql());
        assertFalse(new MovingRule(Optional.empty(), false).isAny());
        assertTrue(new MovingRule(Optional.of("fs"), false).isAny());
        assertTrue(new MovingRule(Optional.empty(), true).isAny());
    }

    @Test
    void aFileToReadIsNamedByItsIdentifier() {
        var id = UUID.fromString("00000000-0000-7000-8000-000000000001");
        var key = BlobKey.fresh("fs");
        var file = new ReadableFile(id, key.value(), 5, "digest");

        assertEquals(id.toString(), file.toString());
        assertEquals(new StoredBlob(key, 5, "digest"), file.blob());
    }
}
