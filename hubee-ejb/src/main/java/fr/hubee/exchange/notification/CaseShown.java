package fr.hubee.exchange.notification;

import java.time.Instant;

/**
 * A case is in the list of a service that works in the portal.
 *
 * @param since when its operator gave it to the service
 */
public record CaseShown(Instant since) {}
