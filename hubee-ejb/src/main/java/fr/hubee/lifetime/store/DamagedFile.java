package fr.hubee.lifetime.store;

import fr.hubee.files.storage.FileDamage;
import java.time.Instant;
import java.util.UUID;

/**
 * A stored file that differs from what was received.
 *
 * @param attachment its identifier
 * @param folder the folder that it belongs to
 * @param seenAt when it was last read, and still damaged
 */
public record DamagedFile(
        UUID attachment, UUID folder, String processCode, FileDamage damage, Instant foundAt, Instant seenAt) {}
