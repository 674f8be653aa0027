package fr.hubee.job;

import java.time.Instant;

/**
 * Something that could not be done, and is tried again by the next run of its job.
 *
 * @param attempts how often it has failed
 */
public record FailureLine(Job job, String item, String reason, Instant firstAt, Instant lastAt, int attempts) {}
