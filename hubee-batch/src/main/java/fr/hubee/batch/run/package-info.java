/**
 * How jobs are run: {@link fr.hubee.batch.run.JobStarter} asks what is due and starts it; a job reads keys ({@link
 * fr.hubee.batch.step.KeyReader}), treats each with one method of a service ({@link fr.hubee.batch.step.EachWriter}), or does
 * one thing ({@link fr.hubee.batch.step.Sweep}).
 */
package fr.hubee.batch.run;
