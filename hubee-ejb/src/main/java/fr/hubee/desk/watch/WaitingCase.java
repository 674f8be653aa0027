package fr.hubee.desk.watch;

import fr.hubee.exchange.status.Answers;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.Milestones;
import java.time.Instant;
import java.util.UUID;

/**
 * A case that its service has not finished, or whose applicant has answered.
 *
 * @param reached its milestones
 * @param completedAt when the applicant completed it, until somebody of its service sees it; else null
 * @param answers of the applicant; null for none
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
        Answers answers,
        Instant updatedAt) {

    /** Moment from which its service is expected to look at it. */
    public Instant since() {
        if (isAnswered()) {
            return answers.unseenSince();
        }
        return completedAt == null ? transmittedAt : completedAt;
    }

    /** Whether it is its service's turn. */
    public static boolean isUnfinished(CaseStatus status) {
        return status == CaseStatus.SENT || status == CaseStatus.SI_RECEIVED || status == CaseStatus.IN_PROGRESS;
    }

    /** Whether the applicant has answered, and no agent of the service has seen it. */
    public boolean isAnswered() {
        return answers != null && answers.unseenSince() != null;
    }
}
