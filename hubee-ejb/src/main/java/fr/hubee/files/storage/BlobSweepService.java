package fr.hubee.files.storage;

import fr.hubee.files.encryption.DataKeyStore;
import fr.hubee.kernel.security.RoleNames;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Deletes what a crash left in the store: drafts, and blobs whose row was never committed; and data keys without an owner. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BlobSweepService {
    /** No upload takes that long: an older blob has its row, or will never have one. */
    private static final Duration YOUNG = Duration.ofDays(1);

    private static final int CHUNK = 1000;

    /** Number of files that crashes may leave in a small store. */
    private static final int FEW = 100;

    private static final System.Logger LOG = System.getLogger(BlobSweepService.class.getName());

    @Inject
    @Any
    Instance<BlobOwner> owners;

    @Inject
    BlobStore blobs;

    @Inject
    DataKeyStore keys;

    @Inject
    Clock clock;

    /** @param all among which they were found */
    private record Orphans(List<BlobKey> blobs, long all) {}

    /**
     * Deletes what has no owner; nothing at all when it is a large part of the blobs, or of the data keys: after a restore, the database
     * and the store may be of different moments, and a key may be needed for files that are put back later.
     *
     * @return how many blobs without a row were deleted
     * @throws IOException when the store failed to list them, or to delete one; the others are deleted anyway
     */
    @RolesAllowed(RoleNames.BATCH)
    public int sweep() throws IOException {
        var date = clock.instant().minus(YOUNG);
        var orphans = orphans(date);
        var ownerless = keys.ownerless(date);
        if (isStrange(orphans.blobs().size(), orphans.all(), "blobs have no row: is this the database of this store?")
                || isStrange(ownerless.count(), ownerless.all(), "data keys have no owner: is this their database?")) {
            return 0;
        }
        try {
            return delete(orphans.blobs());
        } finally {
            keys.destroyOwnerless(date);
            blobs.sweepDrafts(date);
        }
    }

    private static boolean isStrange(long some, long all, String what) {
        boolean strange = some > FEW && some > all / 10;
        if (strange) {
            LOG.log(
                    Level.ERROR,
                    "{0} of {1} {2} None is deleted, nor drafts",
                    String.valueOf(some),
                    String.valueOf(all),
                    what);
        }
        return strange;
    }

    private Orphans orphans(Instant date) throws IOException {
        var chunk = new ArrayList<BlobKey>();
        var orphans = new ArrayList<BlobKey>();
        var seen = new LongAdder();
        blobs.eachKeyBefore(date, key -> {
            chunk.add(key);
            seen.increment();
            if (chunk.size() == CHUNK) {
                orphans.addAll(withoutRow(chunk));
                chunk.clear();
            }
        });
        orphans.addAll(withoutRow(chunk));
        return new Orphans(orphans, seen.sum());
    }

    private int delete(List<BlobKey> orphans) throws IOException {
        var stuck = new ArrayList<IOException>();
        for (var orphan : orphans) {
            try {
                blobs.delete(orphan);
            } catch (IOException failure) {
                stuck.add(failure);
            }
        }
        if (!stuck.isEmpty()) {
            throw new IOException(stuck.size() + " of " + orphans.size() + " orphans are still there", stuck.get(0));
        }
        return orphans.size();
    }

    private List<BlobKey> withoutRow(List<BlobKey> keys) {
        var named = owners.stream().flatMap(owner -> owner.named(keys).stream()).collect(Collectors.toSet());
        return keys.stream().filter(key -> !named.contains(key)).toList();
    }
}
