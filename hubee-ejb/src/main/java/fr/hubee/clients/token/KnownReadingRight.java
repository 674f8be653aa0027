package fr.hubee.clients.token;

import java.time.Instant;
import java.util.UUID;

/**
 * The state of a right to read the bytes of télédossiers.
 *
 * @param days its requested duration
 * @param grantedBy and {@code endsAt} are null until it is granted
 * @param awaited whether it can still be granted
 * @param live whether it is valid now
 */
public record KnownReadingRight(
        UUID id,
        String reason,
        int days,
        String askedBy,
        Instant askedAt,
        String grantedBy,
        Instant endsAt,
        boolean awaited,
        boolean live) {}
