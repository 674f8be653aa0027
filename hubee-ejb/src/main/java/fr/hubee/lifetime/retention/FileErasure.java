package fr.hubee.lifetime.retention;

import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.kernel.shared.StoreAway;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

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
