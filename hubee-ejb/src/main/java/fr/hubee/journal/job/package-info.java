/**
 * The hub's scheduled work: the jobs, their slots, every run with its counts, and the failed items.
 *
 * <p>Start with {@link fr.hubee.journal.job.Job}. The engine (Jakarta Batch, in hubee-batch) executes steps, commits chunks, keeps checkpoints
 * and restarts executions. {@link fr.hubee.journal.job.RunQueue} has what it lacks:
 *
 * <ul>
 *   <li>It plans a run for each slot of a schedule, on one node.
 *   <li>A node claims a run, and holds its row as long as it sends heartbeats: a dead node's run is restarted elsewhere.
 *   <li>The items of a run are counted, and those that failed are kept for the next run.
 *   <li>A failed run is restarted after a pause, a few times.
 * </ul>
 *
 * <p>Restarts are forced, since the rows of the engine may say for ever that an execution runs that an outage has ended.
 */
package fr.hubee.journal.job;
