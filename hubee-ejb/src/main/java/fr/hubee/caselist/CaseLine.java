package fr.hubee.caselist;

import fr.hubee.casework.CaseRights;
import fr.hubee.folder.status.CaseStatus;
import fr.hubee.subscription.AccessMode;
import java.time.Instant;
import java.util.UUID;

/**
 * A case as the list of the portal shows it.
 *
 * @param accessMode in which it arrived; null where its service had not chosen
 * @param updatedBy who did what was done last; null when nobody said so
 * @param anyFile whether one of its files is in the store; not looked for once it is closed
 */
public record CaseLine(
        UUID id,
        String externalId,
        String processCode,
        String processName,
        String recipientName,
        String lastName,
        String firstName,
        CaseStatus status,
        AccessMode accessMode,
        Instant transmittedAt,
        Instant updatedAt,
        String updatedBy,
        boolean anyFile) {

    /** It arrived in its service's software, and is finished there. */
    public boolean isHandledInSoftware() {
        return accessMode == AccessMode.API;
    }

    /** Whether those who work with it do so in the portal; what is finished may still be looked through there. */
    public boolean isHandledHere() {
        return CaseRights.allowDownload(accessMode, status);
    }

    /** By those who work with it. */
    public boolean isDownloadable() {
        return isHandledHere() && anyFile;
    }

    /** Taking all its files begins the work. */
    public boolean isBegunByDownload() {
        return isDownloadable() && CaseRights.NOT_BEGUN.contains(status);
    }

    /** Whom the name is of: a death certificate is not asked for by the deceased. */
    public String personLabel() {
        return processCode.equals("CERTDC") ? "Concerne" : "Demandeur";
    }
}
