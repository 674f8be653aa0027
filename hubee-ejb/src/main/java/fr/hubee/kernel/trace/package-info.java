/**
 * Traces of a request, the run of a job or the round of a timer: one identifier in the log and in the database, and spans (ADR 52). Also
 * {@link fr.hubee.kernel.trace.Rounds} in the background, and what is logged once a minute.
 */
package fr.hubee.kernel.trace;
