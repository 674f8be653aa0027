package fr.hubee.lifetime.retention;

import fr.hubee.desk.bundle.BundleSweepService;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.journal.job.ChunkResult;
import fr.hubee.kernel.database.StoreAway;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Deletes the bytes of files that no case needs any longer.
 *
 * <p>In three steps: the rows mark the files as deleted, so that nobody reads them; the bytes are deleted, with the
 * ZIPs that contain a copy; the rows drop their blob keys. After an interruption the rows still refer to what is left,
 * and the next run continues there.
 */
@Stateless
@RolesAllowed(Roles.BATCH)
public class FilePurgeService {
    @Inject
    PurgeRepository purges;

    @Inject
    RuleBook book;

    @Inject
    RetentionCalendar calendar;

    @Inject
    Transactions transactions;

    @Inject
    BlobStore blobs;

    @Inject
    BundleSweepService bundles;

    @Inject
    KeyDestruction keys;

    @Inject
    Clock clock;

    /** @param after null for the first page */
    public List<UUID> due(UUID after, int maxResult) {
        return purges.dueFiles(plans(), after, maxResult);
    }

    /** Skips what is no longer due; reports the files that the store failed to delete. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // deleting a file cannot be rolled back
    public ChunkResult purge(List<UUID> files) {
        var marked = transactions.call(() -> purges.mark(plans(), files));
        var copied = bundles.eraseHolding(marked.values());
        var failed = new FileErasure(blobs).delete(marked);
        var erased = new ArrayList<UUID>();
        marked.forEach((id, key) -> {
            if (copied.contains(key)) {
                failed.putIfAbsent(id, new IOException("a ZIP that holds it is in the store"));
            }
            if (!failed.containsKey(id)) {
                erased.add(id);
            }
        });
        return ChunkResult.of(transactions.call(() -> erased(erased)), failed);
    }

    /** Records erased files; the key of a télédossier is destroyed with its last bytes, and with that every copy of them. */
    private int erased(List<UUID> files) {
        int erased = purges.erased(plans(), files, clock.instant());
        keys.destroy(purges.emptied(files));
        return erased;
    }

    private PurgePlans plans() {
        return book.plans(calendar.today());
    }

    /**
     * Deletes the bytes of files. Once the store is unavailable, all further deletions fail at once: each would wait for it as long as the
     * first.
     */
    record FileErasure(BlobStore blobs) {

        /** @return why those failed whose bytes are still there */
        Map<UUID, Exception> delete(Map<UUID, BlobKey> files) {
            var failed = new HashMap<UUID, Exception>();
            StoreAway away = null;
            for (var file : files.entrySet()) {
                if (away != null) {
                    failed.put(file.getKey(), away);
                    continue;
                }
                try {
                    blobs.delete(file.getValue());
                } catch (StoreAway gone) {
                    away = gone;
                    failed.put(file.getKey(), gone);
                } catch (IOException kept) {
                    failed.put(file.getKey(), kept);
                }
            }
            return failed;
        }
    }
}
