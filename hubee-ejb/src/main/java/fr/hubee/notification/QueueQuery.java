package fr.hubee.notification;

import java.util.Set;

/**
 * Which part of its queue a caller wants.
 *
 * @param maxResult how many, at most; positive
 * @param processCodes only these démarches; empty for all
 * @param priority these démarches first
 * @param eventDetails with what the event is and where it stands
 */
public record QueueQuery(int maxResult, Set<String> processCodes, Set<String> priority, boolean eventDetails) {}
