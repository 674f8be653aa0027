/**
 * How jobs run: {@link fr.hubee.batch.run.JobStarter} finds and starts what is due, {@link
 * fr.hubee.batch.run.RunListener} records how it ended. What a job does is in {@link fr.hubee.batch.step}.
 */
package fr.hubee.batch.run;
