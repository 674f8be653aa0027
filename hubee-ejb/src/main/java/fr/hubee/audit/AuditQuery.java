package fr.hubee.audit;

import java.time.Instant;

/**
 * Search criteria for journal lines; null matches anything.
 *
 * @param organization concerned, as text
 * @param from inclusive
 * @param to exclusive
 * @param maxResult maximum number of results
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
