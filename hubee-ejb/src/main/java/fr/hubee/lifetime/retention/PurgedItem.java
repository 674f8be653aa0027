package fr.hubee.lifetime.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * A purged item.
 *
 * @param subject the identifier of the file, case or folder
 * @param size and {@code sha256} of a file; null for the others
 */
public record PurgedItem(PurgeAct act, UUID subject, Long size, String sha256, Instant happenedAt) {}
