package fr.hubee.journal.job;

import java.time.Instant;

/**
 * An item that failed, and will be retried by the next run of its job.
 *
 * @param attempts number of failures so far
 */
public record FailureLine(String item, String reason, Instant firstAt, Instant lastAt, int attempts) {}
