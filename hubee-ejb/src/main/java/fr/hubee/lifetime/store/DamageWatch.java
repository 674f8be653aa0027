package fr.hubee.lifetime.store;

import fr.hubee.files.storage.BlobReader.BlobFoundDamaged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Reports damage found while a file was read for a client, before the periodic check finds it. */
@ApplicationScoped
class DamageWatch {
    @Inject
    StoreReadingProgress progress;

    void on(@Observes BlobFoundDamaged event) {
        progress.found(event.key(), event.damage());
    }
}
