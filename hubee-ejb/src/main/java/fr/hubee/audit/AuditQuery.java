package fr.hubee.audit;

import java.time.Instant;

/**
 * Which lines of the journal are wanted; null where it does not matter.
 *
 * @param organization concerned, as text
 * @param from included
 * @param to excluded
 * @param maxResult how many, at most
 */
public record AuditQuery(
        AuditAction action,
        String actor,
        String organization,
        String subject,
        Instant from,
        Instant to,
        int offset,
        int maxResult) {}
