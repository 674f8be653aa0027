package fr.hubee.desk.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * The person who handles a case, as her colleagues see her.
 *
 * @param me whether it is the caller
 * @param deputy name of her deputy today; null when she is not away
 */
public record Handler(UUID accountId, String name, boolean me, Instant since, String deputy) {}
