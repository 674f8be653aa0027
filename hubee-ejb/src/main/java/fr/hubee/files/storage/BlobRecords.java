package fr.hubee.files.storage;

import fr.hubee.kernel.database.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps blobs first, then writes their rows. Blobs without a row are deleted at once. If the answer to the commit is lost, it is unknown
 * whether they have one: they stay, and the sweep deletes those without a row.
 */
@ApplicationScoped
public class BlobRecords {
    private static final System.Logger LOG = System.getLogger(BlobRecords.class.getName());

    private Transactions transactions;
    private BlobStore blobs;

    BlobRecords() {}

    @Inject
    public BlobRecords(Transactions transactions, BlobStore blobs) {
        this.transactions = transactions;
        this.blobs = blobs;
    }

    /**
     * @param work writes the rows, in a transaction; returns whether they name the blobs
     * @return the same, once it is committed
     */
    public <X extends Exception> boolean write(Collection<BlobKey> kept, Transactions.Work<Boolean, X> work)
            throws X, IOException {
        var named = new AtomicBoolean();
        try {
            return transactions.call(() -> {
                named.set(work.run());
                return named.get();
            });
        } finally {
            if (!named.get()) {
                for (var key : kept) {
                    blobs.delete(key);
                }
            }
        }
    }

    /** Deletes blobs whose last rows were deleted. */
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
