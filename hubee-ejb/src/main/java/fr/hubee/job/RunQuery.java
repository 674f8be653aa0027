package fr.hubee.job;

import java.util.UUID;

/**
 * Search criteria for runs, newest first.
 *
 * @param job null for all
 * @param state null for all
 * @param before the last run of the previous page; null for the first page
 * @param maxResult maximum number of results
 */
public record RunQuery(Job job, RunState state, UUID before, int maxResult) {}
