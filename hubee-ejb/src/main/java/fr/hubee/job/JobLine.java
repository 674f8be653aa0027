package fr.hubee.job;

import java.time.Instant;

/**
 * A job, and where it stands.
 *
 * @param active the run that waits or runs; null when there is none
 * @param last the last run that has ended; null when there was none
 * @param next when it is due next
 * @param failing how many items failed and are to be tried again
 */
public record JobLine(Job job, RunLine active, RunLine last, Instant next, long failing) {}
