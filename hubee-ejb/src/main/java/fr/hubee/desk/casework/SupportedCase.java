package fr.hubee.desk.casework;

import fr.hubee.exchange.status.CaseStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A case as the support sees it before it acts: without the name of the applicant. Each refusal is a reason in French, or null where the
 * act is possible.
 *
 * @param withdrawable what its service has sent, and its operator has not fetched
 */
public record SupportedCase(
        UUID id,
        String externalId,
        String processName,
        String operatorName,
        CaseStatus status,
        Instant transmittedAt,
        List<SentContent> withdrawable,
        String reopenRefusal,
        String filesRefusal) {

    /**
     * A message or a file that the service has sent.
     *
     * @param id of the event with the message, or of the file
     * @param fileName null for a message
     */
    public record SentContent(UUID id, Instant at, String author, String fileName) {}
}
