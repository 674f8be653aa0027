package fr.hubee.lifetime.retention;

import fr.hubee.files.encryption.DataKeys;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;

/** Destroys the keys of télédossiers, and records it for the certificates of the night. */
@Dependent
class KeyDestruction {
    @Inject
    DataKeys keys;

    @Inject
    PurgeRepository purges;

    /** Destroys the keys in the open transaction. */
    void destroy(Collection<UUID> folders) {
        var destroyed = keys.destroy(folders);
        if (!destroyed.isEmpty()) {
            purges.noteDestroyed(destroyed);
        }
    }
}
