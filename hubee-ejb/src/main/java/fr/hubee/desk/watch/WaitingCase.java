package fr.hubee.desk.watch;

import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.Milestones;
import java.time.Instant;
import java.util.UUID;

/**
 * A case that its service has not finished.
 *
 * @param reached its milestones
 * @param completedAt when the applicant completed it, until somebody of its service sees it; else null
 */
public record WaitingCase(
        UUID id,
        String externalId,
        String processCode,
        String processName,
        String lastName,
        String firstName,
        CaseStatus status,
        Milestones reached,
        Instant transmittedAt,
        Instant completedAt,
        Instant updatedAt) {

    /** Moment from which its service is expected to look at it. */
    public Instant since() {
        return completedAt == null ? transmittedAt : completedAt;
    }
}
