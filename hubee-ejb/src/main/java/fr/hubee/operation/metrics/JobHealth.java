package fr.hubee.operation.metrics;

import fr.hubee.journal.job.Job;
import java.util.OptionalDouble;

/**
 * @param overdue seconds since its last slot, 0 if a run of that slot succeeded
 * @param sinceSuccess seconds since its last success; empty when there was none
 * @param active whether a run waits or works
 * @param failedItems number of items that the next run tries again
 */
record JobHealth(Job job, double overdue, OptionalDouble sinceSuccess, boolean active, long failedItems) {}
