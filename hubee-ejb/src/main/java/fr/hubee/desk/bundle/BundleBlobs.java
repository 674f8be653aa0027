package fr.hubee.desk.bundle;

import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;

/** Declares the blobs of the ZIPs. */
@ApplicationScoped
class BundleBlobs implements BlobOwner {
    @Inject
    BundleRepository bundles;

    @Override
    public Set<BlobKey> named(Collection<BlobKey> keys) {
        return bundles.named(keys);
    }
}
