package fr.hubee.journal.job;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A run in a list.
 *
 * @param askedBy null when started by the hub itself
 * @param slot the moment that it runs for
 * @param restarts the run that it restarts; null for a first run
 * @param node where it runs or ran; null while it waits
 * @param done number of items processed
 * @param skipped number of items that needed no processing
 * @param failed number of items to be retried by the next run
 * @param stopWanted whether an administrator asked to stop it
 * @param note why it ended this way; null for a normal end
 */
public record RunLine(
        UUID id,
        Job job,
        RunState state,
        RunCause cause,
        String askedBy,
        Instant askedAt,
        Instant slot,
        UUID restarts,
        int attempt,
        String node,
        Instant startedAt,
        Instant endedAt,
        long done,
        long skipped,
        long failed,
        boolean stopWanted,
        String note) {

    /** @return null until it has ended */
    public Duration duration() {
        return startedAt == null || endedAt == null ? null : Duration.between(startedAt, endedAt);
    }
}
