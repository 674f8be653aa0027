package fr.hubee.casework;

import fr.hubee.folder.Applicant;
import fr.hubee.folder.status.CaseStatus;
import fr.hubee.process.AttachmentRules;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A case as a person sees it.
 *
 * @param recipientName of its service
 * @param inSoftware whether it arrived in the service's software
 * @param filesShown false for whoever may not know them; there are none then
 * @param files in the order in which they came
 * @param history the newest first
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
        Instant closedAt,
        boolean inSoftware,
        boolean filesShown,
        List<CaseFile> files,
        List<HistoryEntry> history,
        CaseRights rights,
        AttachmentRules depositRules) {}
