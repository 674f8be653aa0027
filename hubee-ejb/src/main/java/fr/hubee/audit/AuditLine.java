package fr.hubee.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the journal, as it is read.
 *
 * @param actor the login or client identifier
 * @param actorOrganization and {@code organization} are keys as text; null when there is none
 * @param version of the subject once it was done; null where it has none
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

    /** As the database gives it. */
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
