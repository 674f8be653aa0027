package fr.hubee.clients.client;

import fr.hubee.kernel.security.PartnerInfo;
import java.time.Instant;

/**
 * The last use of credentials, to the minute.
 *
 * @param software null when it did not describe itself
 */
public record LastUse(Instant at, String address, PartnerInfo software) {}
