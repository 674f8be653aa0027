package fr.hubee.journal.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the journal, for reading.
 *
 * @param actor the login or client identifier
 * @param actorOrganization and {@code organization} are keys as text; null when there is none
 * @param version of the subject after the action; null where it has none
 */
public record AuditLine(
        UUID id,
        Instant happenedAt,
        String actor,
        String actorOrganization,
        String address,
        AuditAction action,
        String organization,
        String subject,
        Long version,
        Changes changes) {
    /** The field that holds the logins of the absent people whom a deputy acted for. */
    public static final String FOR_WHOM = "forWhom";

    /** Constructor for database queries. */
    public AuditLine(
            UUID id,
            Instant happenedAt,
            String actor,
            String actorOrganization,
            String address,
            AuditAction action,
            String organization,
            String subject,
            Long version,
            String changes) {
        this(
                id,
                happenedAt,
                actor,
                actorOrganization,
                address,
                action,
                organization,
                subject,
                version,
                Changes.ofJson(changes));
    }
}
