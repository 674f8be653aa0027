package fr.hubee.desk.watch;

import java.util.UUID;

/** The cases just before and after another one in a queue; null for none. */
public record QueueNeighbours(UUID previous, UUID next) {}
