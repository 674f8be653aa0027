package fr.hubee.journal.job;

import java.time.Instant;

/**
 * A job and its current state.
 *
 * @param active the waiting or running run; null when there is none
 * @param last the last run that ended; null when there was none
 * @param next when it is due next
 * @param failing number of failed items to be retried
 */
public record JobLine(Job job, RunLine active, RunLine last, Instant next, long failing) {}
