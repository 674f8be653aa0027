package fr.hubee.files.storage;

import java.io.IOException;

/** The bytes differ from what was received: the response must be aborted. */
public class DamagedBlob extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedBlob(BlobKey key, FileDamage damage, IOException cause) {
        super("Blob " + key.value() + " is damaged: " + damage, cause);
    }
}
