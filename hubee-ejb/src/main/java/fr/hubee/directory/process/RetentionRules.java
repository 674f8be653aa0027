package fr.hubee.directory.process;

import java.time.Period;

/**
 * The times for which a démarche keeps its data (specification §2.3, §7), in days.
 *
 * @param fileDeletionStatus the case status from which files are no longer needed
 * @param portalFilesKept how long the files of a case that arrived in the portal stay while it is not handled; null where the démarche has
 *     no such rule; not in the API
 */
public record RetentionRules(
        String fileDeletionStatus,
        int fileDeletionDays,
        int archivingDays,
        int folderDeletionDays,
        Period portalFilesKept) {

    /** Rules without the one that the API does not contain. */
    public RetentionRules(String fileDeletionStatus, int fileDeletionDays, int archivingDays, int folderDeletionDays) {
        this(fileDeletionStatus, fileDeletionDays, archivingDays, folderDeletionDays, null);
    }

    public RetentionRules with(Period keptInPortal) {
        return new RetentionRules(
                fileDeletionStatus, fileDeletionDays, archivingDays, folderDeletionDays, keptInPortal);
    }

    /** Differs when any of the rules does: a page that shows rules sends it back, to act on these and on no others. */
    public String fingerprint() {
        return fileDeletionStatus + "/" + fileDeletionDays + "/" + archivingDays + "/" + folderDeletionDays + "/"
                + portalFilesKept;
    }
}
