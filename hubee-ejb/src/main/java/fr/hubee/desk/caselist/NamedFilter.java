package fr.hubee.desk.caselist;

import java.io.Serializable;
import java.util.UUID;

/** @param query string of the list's address, including its question mark */
public record NamedFilter(UUID id, String name, String query) implements Serializable {}
