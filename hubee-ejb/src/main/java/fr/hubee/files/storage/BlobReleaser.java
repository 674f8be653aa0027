package fr.hubee.files.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;

/** Deletes blobs that no row refers to any more. */
@ApplicationScoped
class BlobReleaser {
    private static final System.Logger LOG = System.getLogger(BlobReleaser.class.getName());

    @Inject
    BlobStore blobs;

    void released(@Observes(during = TransactionPhase.AFTER_SUCCESS) BlobsReleased event) {
        for (var key : event.keys()) {
            try {
                blobs.delete(key);
            } catch (IOException gone) {
                LOG.log(
                        Level.WARNING,
                        "Blob {0} could not be deleted; the sweep will: {1}",
                        key.value(),
                        gone.toString());
            }
        }
    }
}
