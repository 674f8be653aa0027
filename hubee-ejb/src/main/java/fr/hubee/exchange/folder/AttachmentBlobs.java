package fr.hubee.exchange.folder;

import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Declares the blobs of attachments. */
@ApplicationScoped
class AttachmentBlobs implements BlobOwner {
    @PersistenceContext
    EntityManager entities;

    @Override
    public Set<BlobKey> named(Collection<BlobKey> keys) {
        return entities.createQuery("select a.blobKey from Attachment a where a.blobKey in (:keys)", String.class)
                .setParameter("keys", keys.stream().map(BlobKey::value).toList())
                .getResultStream()
                .map(BlobKey::new)
                .collect(Collectors.toSet());
    }
}
