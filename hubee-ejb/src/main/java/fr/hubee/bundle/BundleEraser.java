package fr.hubee.bundle;

import fr.hubee.storage.BlobKey;
import fr.hubee.storage.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.UUID;

/**
 * Deletes the bytes of what is handed out no more, then the rows forget where they were: a crash in between leaves nothing that
 * is not found again.
 */
@ApplicationScoped
class BundleEraser {
    @Inject
    BundleProgress progress;

    @Inject
    BlobStore blobs;

    /**
     * @return how many bundles are gone
     * @throws IOException when the store does not let one go; the others are gone
     */
    int erase() throws IOException {
        var erased = new HashMap<UUID, BlobKey>();
        IOException kept = null;
        for (var each : progress.erasable().entrySet()) {
            try {
                blobs.delete(each.getValue());
                erased.put(each.getKey(), each.getValue());
            } catch (IOException failed) {
                kept = failed;
            }
        }
        int gone = progress.erased(erased);
        if (kept != null) {
            throw kept;
        }
        return gone;
    }
}
