package fr.hubee.lifetime.retention;

import fr.hubee.desk.bundle.BundleSweepService;
import fr.hubee.desk.statistics.CountingService;
import fr.hubee.exchange.feed.FeedRecorder;
import fr.hubee.files.encryption.DataKeyStore;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.journal.job.ChunkResult;
import fr.hubee.kernel.database.StoreAway;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Paris;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Purges what is due, page by page: files, then cases, then folders. It skips what is no longer due.
 *
 * <p>Files are purged in three steps: the rows mark them as deleted, so that nobody reads them; the bytes are deleted, with the ZIPs that
 * contain a copy; the rows drop their blob keys. After an interruption the rows still refer to what is left, and the next run continues
 * there.
 */
@Stateless
@RolesAllowed(RoleNames.BATCH)
public class PurgeService {
    @Inject
    PurgeRepository purges;

    @Inject
    RuleBook book;

    @Inject
    Transactions transactions;

    @Inject
    BlobStore blobs;

    @Inject
    BundleSweepService bundles;

    @Inject
    DataKeyStore keys;

    @Inject
    CountingService counting;

    @Inject
    FeedRecorder feed;

    @Inject
    Clock clock;

    /**
     * Returns the files that no case needs any longer.
     *
     * @param after null for the first page
     */
    public List<UUID> dueFiles(UUID after, int maxResult) {
        return purges.dueFiles(book.plans(), after, maxResult);
    }

    /** Returns the due files of the démarches whose retention counts in hours; the job purges these files each hour. */
    public List<UUID> dueByTheHour(UUID after, int maxResult) {
        var plans = book.plans().stream().filter(PurgePlan::countsHours).toList();
        return purges.dueFiles(plans, after, maxResult);
    }

    /** Deletes the bytes of files; reports those that the store failed to delete. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // deleting a file cannot be rolled back
    public ChunkResult purgeFiles(List<UUID> files) {
        var marked = transactions.call(() -> purges.mark(book.plans(), files));
        var copied = bundles.eraseHolding(marked.values());
        var failed = deleteBytes(marked);
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
        int erased = purges.erased(book.plans(), files, clock.instant());
        destroyKeys(purges.emptied(files));
        return erased;
    }

    /** Destroys the keys of télédossiers in the open transaction, and records it for the certificates of the night. */
    private void destroyKeys(Collection<UUID> folders) {
        var destroyed = keys.destroy(folders);
        if (!destroyed.isEmpty()) {
            purges.noteDestroyed(destroyed);
        }
    }

    /**
     * Tells both parties of each case once, a week before it is archived, or later if the job or the closing was late.
     *
     * @return the number of cases
     */
    public long announce() {
        var cases = purges.purgedSoon(book.plans(), clock.instant());
        feed.purgedSoon(cases);
        return cases.size();
    }

    /**
     * Returns the cases that were closed for long enough.
     *
     * @param after null for the first page
     */
    public List<UUID> dueCases(UUID after, int maxResult) {
        return purges.dueCases(book.plans(), after, maxResult);
    }

    /** Archives cases, and each folder with its last case: only data is left, and it no longer changes. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public ChunkResult archive(List<UUID> cases) {
        int archived = purges.archive(book.plans(), cases, clock.instant());
        if (archived > 0) {
            feed.purged(cases);
        }
        return ChunkResult.all(archived);
    }

    /**
     * Returns the folders that were archived for long enough, once statistics have counted them, and those announced but never completed.
     *
     * @param after null for the first page
     */
    public List<UUID> dueFolders(UUID after, int maxResult) {
        return purges.dueFolders(book.plans(), counted(), after, maxResult);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public ChunkResult deleteFolders(List<UUID> folders) {
        int deleted = purges.delete(book.plans(), counted(), folders);
        destroyKeys(purges.gone(folders));
        return ChunkResult.all(deleted);
    }

    /** Statistics include everything before this moment. */
    private Instant counted() {
        return counting.countedUntil()
                .map(day -> day.plusDays(1).atStartOfDay(Paris.ZONE).toInstant())
                .orElse(Instant.EPOCH);
    }

    /**
     * Deletes the bytes of files. Once the store is unavailable, all further deletions fail at once: each would wait for it as long as the
     * first.
     *
     * @return why those failed whose bytes are still there
     */
    Map<UUID, Exception> deleteBytes(Map<UUID, BlobKey> files) {
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
            } catch (IOException failure) {
                failed.put(file.getKey(), failure);
            }
        }
        return failed;
    }
}
