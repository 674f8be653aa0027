package fr.hubee.storage;

import java.io.IOException;

/** Bytes that are not those that were received: what has left of them is to be cut off. */
public class DamagedBlob extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedBlob(BlobKey key, FileDamage damage, IOException cause) {
        super("Blob " + key.value() + " is damaged: " + damage, cause);
    }
}
