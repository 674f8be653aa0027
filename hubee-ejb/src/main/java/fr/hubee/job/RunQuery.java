package fr.hubee.job;

import java.util.UUID;

/**
 * Which runs are looked for, the newest first.
 *
 * @param job null for all
 * @param state null for all
 * @param before the last run of the page before; null for the first page
 * @param maxResult how many at most
 */
public record RunQuery(Job job, RunState state, UUID before, int maxResult) {}
