package fr.hubee.desk.casework;

import java.util.UUID;

/**
 * A person who may handle a case.
 *
 * @param deputy name of her deputy today; null when she is not away
 */
public record Colleague(UUID accountId, String name, String deputy) {}
