/**
 * The hub's scheduled work: the jobs, their slots, every run with its counts, and the failed items.
 *
 * <p>Start with {@link fr.hubee.journal.job.Job}. The engine (Jakarta Batch) is in hubee-batch; it gets its runs from
 * {@link fr.hubee.journal.job.RunQueue}, and reports their results there. One node at a time executes a job: it holds the run's
 * row as long as it sends heartbeats.
 */
package fr.hubee.journal.job;
