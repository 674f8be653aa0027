/**
 * The steps of the jobs, whose XML is in {@code META-INF/batch-jobs}: a {@link fr.hubee.batch.step.DueReader} reads the keys of
 * what is due, and a writer treats them ({@link fr.hubee.batch.step.ChunkWriter}, or {@link fr.hubee.batch.step.PurgeWriter} where
 * the service has transactions of its own); or a {@link fr.hubee.batch.step.ServiceCall} does one thing.
 *
 * <p>Start with {@link fr.hubee.batch.step.StepWork}: it says which methods of the services each step calls.
 */
package fr.hubee.batch.step;
