package fr.hubee.casework;

import java.util.UUID;

/** A person who may handle a case. */
public record Colleague(UUID accountId, String name) {}
