package fr.hubee.token.client;

import fr.hubee.security.PartnerInfo;
import java.time.Instant;

/**
 * When credentials last served, to the minute.
 *
 * @param software null when it did not say
 */
public record LastUse(Instant at, String address, PartnerInfo software) {}
