package fr.hubee.token.readingright;

import java.time.Instant;
import java.util.UUID;

/**
 * What is known of a right to read the bytes of télédossiers.
 *
 * @param days for which it was asked
 * @param grantedBy and {@code endsAt} are null until it is granted
 * @param awaited whether a second administrator may still grant it
 * @param live whether the software reads with it now
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
