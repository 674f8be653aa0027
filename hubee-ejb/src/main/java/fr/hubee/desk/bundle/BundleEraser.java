package fr.hubee.desk.bundle;

import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.UUID;

/**
 * Deletes the blobs of ended bundles, then clears them in the rows: after a crash in between, the next run finds them
 * again.
 */
@ApplicationScoped
class BundleEraser {
    @Inject
    BundleRepository bundles;

    @Inject
    BlobStore blobs;

    /**
     * @return how many bundles were removed
     * @throws IOException when the store failed to delete one; the others were deleted
     */
    int erase() throws IOException {
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
