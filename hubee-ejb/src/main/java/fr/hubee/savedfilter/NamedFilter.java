package fr.hubee.savedfilter;

import java.io.Serializable;
import java.util.UUID;

/** @param query of the list's address, from its question mark on */
public record NamedFilter(UUID id, String name, String query) implements Serializable {}
