package fr.hubee.job;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A run, as it is listed.
 *
 * @param askedBy null when the hub did it by itself
 * @param slot the moment that it answers for
 * @param restarts the run that it takes up; null for a first one
 * @param node where it runs or ran; null while it waits
 * @param done how many items were treated
 * @param skipped how many there was nothing to do for
 * @param failed how many are to be tried again by the next run
 * @param stopWanted whether an administrator wants it to stop
 * @param note why it ended as it did; null when there is nothing to say
 */
public record RunLine(
        UUID id,
        Job job,
        RunState state,
        RunCause cause,
        String askedBy,
        Instant askedAt,
        Instant slot,
        String parameters,
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

    public JobParameters chosen() {
        return JobParameters.ofJson(parameters);
    }
}
