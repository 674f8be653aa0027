package fr.hubee.process;

/**
 * How long a démarche keeps its data (specification §2.3, §7), in days.
 *
 * @param fileDeletionStatus the case status from which files are no longer needed
 */
public record RetentionRules(
        String fileDeletionStatus, int fileDeletionDays, int archivingDays, int folderDeletionDays) {

    /** Differs when any of the rules does: a page that shows rules sends it back, to act on these and on no others. */
    public String fingerprint() {
        return fileDeletionStatus + "/" + fileDeletionDays + "/" + archivingDays + "/" + folderDeletionDays;
    }
}
