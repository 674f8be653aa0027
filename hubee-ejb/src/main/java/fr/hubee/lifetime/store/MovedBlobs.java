package fr.hubee.lifetime.store;

import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;

/** Declares the bytes that were moved and are not deleted yet: readers that have begun can finish. */
@ApplicationScoped
class MovedBlobs implements BlobOwner {
    @Inject
    StoreMovingRepository files;

    @Override
    public Set<BlobKey> named(Collection<BlobKey> keys) {
        return files.movedAmong(keys);
    }
}
