package fr.hubee.desk.caselist;

import fr.hubee.desk.casework.CaseRights;
import fr.hubee.directory.process.CasePerson;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.status.Answers;
import fr.hubee.exchange.status.CaseStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * A case as the portal's list shows it.
 *
 * @param accessMode in which it arrived; null when its service had not chosen one
 * @param completedAt when the applicant completed it, until somebody of its service sees it; else null
 * @param answers of the applicant; null for none
 * @param updatedBy author of the last action; null when unknown
 * @param anyFile whether one of its files is in the store, and open to agents; not checked once the case is closed
 */
public record CaseLine(
        UUID id,
        String externalId,
        String processCode,
        String processName,
        CasePerson person,
        String recipientName,
        String lastName,
        String firstName,
        CaseStatus status,
        AccessMode accessMode,
        Instant transmittedAt,
        Instant completedAt,
        Answers answers,
        Instant updatedAt,
        String updatedBy,
        boolean anyFile) {

    /** Whether it arrived through the API, and is completed in the service's software. */
    public boolean isHandledInSoftware() {
        return accessMode == AccessMode.API;
    }

    /** Whether its service handles it in the portal; closed cases can still be read there. */
    public boolean isHandledHere() {
        return CaseRights.allowDownload(accessMode, status);
    }

    /** Whether the people who handle it may download its files. */
    public boolean isDownloadable() {
        return isHandledHere() && anyFile;
    }

    /** Whether downloading all its files sets it to « in progress ». */
    public boolean isBegunByDownload() {
        return isDownloadable() && CaseRights.NOT_BEGUN.contains(status);
    }
}
