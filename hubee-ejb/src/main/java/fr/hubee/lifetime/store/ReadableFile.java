package fr.hubee.lifetime.store;

import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.StoredBlob;
import java.io.Serializable;
import java.util.UUID;

/** A stored file, with the metadata of its row. */
public record ReadableFile(UUID id, String blobKey, long size, String sha256) implements Serializable {
    /** Returns the identifier, by which a failed run names it. */
    @Override
    public String toString() {
        return id.toString();
    }

    StoredBlob blob() {
        return new StoredBlob(new BlobKey(blobKey), size, sha256);
    }
}
