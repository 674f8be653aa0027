package fr.hubee.journal.job;

/**
 * Search criteria for runs, newest first.
 *
 * @param job null for all
 * @param maxResult maximum number of results
 */
public record RunQuery(Job job, int offset, int maxResult) {}
