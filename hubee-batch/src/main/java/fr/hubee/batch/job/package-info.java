/**
 * How jobs run and what they do: {@link fr.hubee.batch.job.JobStarter} finds and starts what is due, {@link fr.hubee.batch.job.RunListener}
 * records how it ended; each step reads identifiers and calls one method of a service for each.
 */
package fr.hubee.batch.job;
