package fr.hubee.watch;

import fr.hubee.shared.OrganizationKey;
import java.time.Instant;
import java.util.UUID;

/**
 * The télédossiers of one démarche that nobody of one service has opened.
 *
 * @param subscription null when there is none any more
 * @param email of the subscription, null when no mail is wanted there
 * @param inSoftware whether the service works in its own software
 * @param oldest since when the first of them waits
 * @param from and {@code to} are when the first and the last of them were transmitted
 */
public record Unopened(
        OrganizationKey service,
        String serviceName,
        String processCode,
        String processName,
        UUID subscription,
        String email,
        boolean inSoftware,
        long cases,
        Instant oldest,
        Instant from,
        Instant to) {}
