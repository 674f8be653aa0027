package fr.hubee.caselist;

import java.util.UUID;

/** What comes before and after a place in a list; null where nothing does. */
public record CaseNeighbours(UUID previous, UUID next) {}
