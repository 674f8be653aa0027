package fr.hubee.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * The person who handles a case, as her colleagues see her.
 *
 * @param me whether it is the caller
 */
public record Handler(UUID accountId, String name, boolean me, Instant since) {}
