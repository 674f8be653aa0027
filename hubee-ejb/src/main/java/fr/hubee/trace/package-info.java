/** What a request, or the run of a job, leaves behind: one identifier in the log and in the database (ADR 0208). */
package fr.hubee.trace;
