package fr.hubee.notification;

import java.util.Set;

/**
 * Which part of its queue a caller reads.
 *
 * @param maxResult maximum number of results; positive
 * @param processCodes only these démarches; empty for all
 * @param priority these démarches first
 * @param eventDetails whether to include the kind and status of events
 */
public record QueueQuery(int maxResult, Set<String> processCodes, Set<String> priority, boolean eventDetails) {}
