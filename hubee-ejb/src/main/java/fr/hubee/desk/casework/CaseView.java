package fr.hubee.desk.casework;

import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.exchange.folder.Applicant;
import fr.hubee.exchange.status.CaseStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A case as a person sees it.
 *
 * @param recipientName name of its service
 * @param completedAt when the applicant completed it, until somebody of its service sees it; else null
 * @param inSoftware whether it arrived in the service's software
 * @param filesShown false when the person may not see them; the list is then empty
 * @param files in order of arrival
 * @param history a part of it, newest first
 * @param historySize number of events of the whole history; meaningless when no part of it was asked for
 */
public record CaseView(
        UUID id,
        String externalId,
        CaseStatus status,
        String processCode,
        String processName,
        String recipientName,
        Applicant applicant,
        Instant transmittedAt,
        Instant updatedAt,
        Instant completedAt,
        Instant closedAt,
        boolean inSoftware,
        boolean filesShown,
        List<CaseFile> files,
        List<HistoryEntry> history,
        long historySize,
        CaseRights rights,
        AttachmentRules depositRules) {

    public String personLabel() {
        return PersonLabel.of(processCode);
    }
}
