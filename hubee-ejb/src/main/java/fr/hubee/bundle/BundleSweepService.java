package fr.hubee.bundle;

import fr.hubee.security.Roles;
import fr.hubee.storage.BlobKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Set;

/** Takes bundles away: after a day, and when one of their files goes. */
@Stateless
@RolesAllowed(Roles.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // deleting bytes cannot be undone
public class BundleSweepService {
    private static final System.Logger LOG = System.getLogger(BundleSweepService.class.getName());

    @Inject
    BundleProgress progress;

    @Inject
    BundleEraser eraser;

    /** @return how many are gone */
    public int sweep() throws IOException {
        progress.end();
        return eraser.erase();
    }

    /**
     * Takes away the bundles that hold one of these files.
     *
     * @return the files of which the store keeps a copy all the same
     */
    public Set<BlobKey> eraseHolding(Collection<BlobKey> files) {
        progress.endHolding(files);
        try {
            eraser.erase();
        } catch (IOException kept) {
            LOG.log(Level.WARNING, "A ZIP that holds purged files could not be deleted: {0}", kept.toString());
        }
        return progress.copied(files);
    }
}
