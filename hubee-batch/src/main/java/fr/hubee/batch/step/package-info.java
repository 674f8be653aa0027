/**
 * The steps of the jobs, whose XML is in {@code META-INF/batch-jobs}: a {@link fr.hubee.batch.step.DueReader} reads the
 * keys of what is due, and a writer processes them ({@link fr.hubee.batch.step.ChunkWriter}, or {@link
 * fr.hubee.batch.step.PurgeWriter} where the service manages its own transactions); or a {@link
 * fr.hubee.batch.step.ServiceCall} does one thing.
 *
 * <p>Start with {@link fr.hubee.batch.step.StepWork}: it lists the service methods that each step calls.
 */
package fr.hubee.batch.step;
