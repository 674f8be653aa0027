package fr.hubee.desk.bundle;

import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.kernel.security.RoleNames;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;

/** Removes bundles after a day, and when one of their files is purged. */
@Stateless
@RolesAllowed(RoleNames.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // a blob deletion cannot be rolled back
public class BundleSweepService {
    private static final System.Logger LOG = System.getLogger(BundleSweepService.class.getName());

    @Inject
    BundleRepository bundles;

    @Inject
    BlobStore blobs;

    /** @return how many were removed */
    public int sweep() throws IOException {
        bundles.end();
        return erase();
    }

    /**
     * Removes the bundles that contain one of these files.
     *
     * @return the files that the store still has a copy of
     */
    public Set<BlobKey> eraseHolding(Collection<BlobKey> files) {
        bundles.endHolding(files);
        try {
            erase();
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "A ZIP that holds purged files could not be deleted: {0}", failure.toString());
        }
        return bundles.copied(files);
    }

    /**
     * Deletes the blobs of ended bundles, then clears them in the rows: after a crash in between, the next run finds them
     * again.
     *
     * @return how many bundles were removed
     * @throws IOException when the store failed to delete one; the others were deleted
     */
    @RolesAllowed({RoleNames.BATCH, RoleNames.MANAGE_FOLDERS})
    public int erase() throws IOException {
        var erased = new HashMap<UUID, BlobKey>();
        IOException kept = null;
        for (var each : bundles.erasable().entrySet()) {
            try {
                blobs.discard(each.getValue());
                erased.put(each.getKey(), each.getValue());
            } catch (IOException failure) {
                kept = failure;
            }
        }
        int gone = bundles.erased(erased);
        if (kept != null) {
            throw kept;
        }
        return gone;
    }
}
