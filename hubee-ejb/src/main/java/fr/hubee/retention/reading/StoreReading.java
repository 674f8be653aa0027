package fr.hubee.retention.reading;

import java.time.Instant;

/**
 * How far the reading of the store has come.
 *
 * @param round which one it is, from 1 on; 0 before the first
 * @param files and {@code bytes} that this round has read so far
 * @param lastRoundAt when the last round ended; null before that
 * @param damaged how many files are known to be damaged
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
