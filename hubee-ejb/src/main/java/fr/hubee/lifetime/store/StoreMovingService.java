package fr.hubee.lifetime.store;

import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.encryption.DataKeyStore;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobPlace;
import fr.hubee.files.storage.BlobReader;
import fr.hubee.files.storage.BlobRecords;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.files.storage.StorageSettings;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.journal.job.ChunkResult;
import fr.hubee.kernel.database.Outage;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.lifetime.store.StoreMovingRepository.MovableFile;
import fr.hubee.lifetime.store.StoreMovingRepository.MovingRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Copies files from the former place to that of new ones, and encrypts those that were stored unencrypted, then changes their keys; the
 * former bytes are deleted an hour later, when nobody reads them any more. After an interruption the keys still name the remaining files.
 * The ZIPs of people are not moved: they exist for a day.
 */
@Stateless
@RolesAllowed(RoleNames.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // no transaction is open while bytes are copied
public class StoreMovingService {
    /** Delay before the deletion of moved bytes: longer than any download that began before the key changed. */
    private static final Duration READ = Duration.ofHours(1);

    private static final int CHUNK = 1000;

    @Inject
    StoreMovingRepository files;

    @Inject
    StorageSettings settings;

    @Inject
    BlobReader reader;

    @Inject
    BlobStore blobs;

    @Inject
    DataKeyStore keys;

    @Inject
    BlobRecords records;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    /** Returns the files in the former place, if there is one, and those that are not encrypted, if they must be. */
    public List<UUID> due(UUID after, int maxResult) {
        var rule = rule();
        return rule.isAny() ? transactions.call(() -> files.due(rule, after, maxResult)) : List.of();
    }

    private MovingRule rule() {
        return new MovingRule(settings.former().map(BlobPlace::backend), keys.isOn());
    }

    /** Moves files; skips those moved or purged meanwhile, and reports those that are damaged or could not be copied. */
    public ChunkResult move(List<UUID> due) {
        int moved = 0;
        var failed = new HashMap<UUID, Exception>();
        for (var file : due) {
            try {
                moved += move(file) ? 1 : 0;
            } catch (NoSuchFileException gone) {
                failed.put(file, gone);
            } catch (IOException gone) {
                if (Outage.of(gone).isPresent()) {
                    throw new UncheckedIOException(gone);
                }
                failed.put(file, gone);
            }
        }
        return ChunkResult.of(moved, failed);
    }

    private boolean move(UUID file) throws IOException {
        var found = transactions.call(() -> files.blob(file, rule()));
        return found.isPresent() && move(file, found.get(), keys.of(found.get().folder()));
    }

    private boolean move(UUID file, MovableFile found, Optional<DataKey> key) throws IOException {
        var blob = found.blob();
        StoredBlob copy;
        try (var draft = blobs.draft(key)) {
            reader.copy(blob, draft.target());
            if (draft.size() != blob.size() || !draft.sha256().equals(blob.sha256())) {
                throw new IOException("Blob " + blob.key().value() + " changed while it was copied");
            }
            copy = draft.keep();
        }
        return records.write(List.of(copy.key()), () -> files.moved(file, blob.key(), copy.key(), clock.instant()));
    }

    /**
     * Deletes the former bytes of files that were moved an hour ago.
     *
     * @return how many
     * @throws IOException when the store failed to delete one: the next run tries again
     */
    public int deleteMoved() throws IOException {
        var date = clock.instant().minus(READ);
        int deleted = 0;
        var due = transactions.call(() -> files.movedBefore(date, CHUNK));
        while (!due.isEmpty()) {
            for (var text : due) {
                var key = new BlobKey(text);
                blobs.delete(key);
                transactions.run(() -> files.forget(key));
                deleted++;
            }
            due = transactions.call(() -> files.movedBefore(date, CHUNK));
        }
        return deleted;
    }
}
