package fr.hubee.process;

/**
 * How long a démarche keeps what was exchanged (specification §2.3, §7), in days.
 *
 * @param fileDeletionStatus the status of a case from which its files are no longer needed
 */
public record RetentionRules(
        String fileDeletionStatus, int fileDeletionDays, int archivingDays, int folderDeletionDays) {}
