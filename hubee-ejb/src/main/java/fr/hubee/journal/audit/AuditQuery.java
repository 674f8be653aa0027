package fr.hubee.journal.audit;

import java.time.Instant;

/**
 * Search criteria for journal lines; null matches anything.
 *
 * @param actor a login or client identifier, or part of a person's name
 * @param organization concerned: its key as text, or part of its name
 * @param subject its identifier, the number of a télédossier, or the login of an account
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
