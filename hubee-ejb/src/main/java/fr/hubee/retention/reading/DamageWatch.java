package fr.hubee.retention.reading;

import fr.hubee.storage.BlobFoundDamaged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Whoever reads a file finds out what the reading of the store would have found later. */
@ApplicationScoped
class DamageWatch {
    @Inject
    StoreReadingProgress progress;

    void on(@Observes BlobFoundDamaged event) {
        progress.found(event.key(), event.damage());
    }
}
