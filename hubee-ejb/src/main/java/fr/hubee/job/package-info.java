/**
 * What the hub does by itself: which jobs there are, when each is due, every run with its counts, and what failed.
 *
 * <p>Start with {@link fr.hubee.job.Job}. The engine (Jakarta Batch) is in hubee-batch; it asks {@link
 * fr.hubee.job.RunQueue} what to run, and tells it what became of it. One node at a time runs a job: its run is a row that
 * the node holds as long as it is heard of.
 */
package fr.hubee.job;
