package fr.hubee.token.client;

import fr.hubee.shared.OrganizationKey;
import java.time.Instant;

/**
 * Which clients are wanted; null where it does not matter.
 *
 * @param text part of the identifier or of the organisation's name, in any case
 * @param revoked whether they were taken back
 * @param idleSince neither made nor used since then
 * @param maxResult how many, at most
 */
public record ApiClientQuery(
        Scope scope,
        OrganizationKey organization,
        String text,
        Boolean revoked,
        Instant idleSince,
        int offset,
        int maxResult) {}
