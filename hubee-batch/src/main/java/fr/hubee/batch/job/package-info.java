/**
 * How jobs run: {@link fr.hubee.batch.job.JobStarter} finds and starts due runs, {@link fr.hubee.batch.job.RunListener} records their end;
 * each step reads identifiers and calls one method of a service for each.
 */
package fr.hubee.batch.job;
