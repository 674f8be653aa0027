package fr.hubee.desk.watch;

import java.time.Instant;
import java.util.UUID;

/**
 * A subscription whose software has not called for a while.
 *
 * @param editor its name; null when none is chosen
 * @param since its last call; where it never called, the creation of its credentials, or the activation of the subscription
 * @param waiting how many télédossiers wait for it to fetch them
 */
public record SilentSoftware(
        UUID subscription, String serviceName, String processCode, String editor, Instant since, long waiting) {}
