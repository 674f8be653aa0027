/**
 * How jobs are run: {@link fr.hubee.batch.run.JobStarter} asks what is due and starts it, {@link fr.hubee.batch.run.RunListener}
 * notes how it ended. What a job does is in {@link fr.hubee.batch.step}.
 */
package fr.hubee.batch.run;
