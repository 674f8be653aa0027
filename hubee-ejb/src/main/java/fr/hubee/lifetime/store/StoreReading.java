package fr.hubee.lifetime.store;

import java.time.Instant;

/**
 * The progress of the store check.
 *
 * @param round its number, from 1; 0 before the first
 * @param files and {@code bytes} that this round has read so far
 * @param lastRoundAt when the last round ended; null before that
 * @param damaged number of files known to be damaged
 */
public record StoreReading(
        int round,
        Instant startedAt,
        long files,
        long bytes,
        Instant lastRoundAt,
        long lastRoundFiles,
        long lastRoundBytes,
        long damaged) {}
