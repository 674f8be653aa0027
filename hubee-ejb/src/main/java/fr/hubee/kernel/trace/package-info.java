/** What a request, the run of a job or the round of a timer leaves behind: one identifier in the log and in the database, and traces (ADR 52). */
package fr.hubee.kernel.trace;
