package fr.hubee.desk.caselist;

import java.util.UUID;

/** The previous and next case in a list; null at the ends. */
public record CaseNeighbours(UUID previous, UUID next) {}
