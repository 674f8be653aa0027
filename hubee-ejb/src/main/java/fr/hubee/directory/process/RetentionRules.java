package fr.hubee.directory.process;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import java.time.Period;

/**
 * The times for which a démarche keeps its data (specification §2.3, §7), in days.
 *
 * @param fileDeletionStatus the case status from which files are no longer needed
 * @param portalFilesKept how long files stay in the portal unless their case is closed before; once it is finished, agents cannot open
 *     them. Software then has exactly {@code fileDeletionDays} times 24 hours. Null where the démarche has no such rule; not in the API
 */
@Embeddable
public record RetentionRules(
        @Column(name = "file_deletion_status") String fileDeletionStatus,
        @Column(name = "file_deletion_days") int fileDeletionDays,
        @Column(name = "archiving_days") int archivingDays,
        @Column(name = "folder_deletion_days") int folderDeletionDays,

        @Column(name = "portal_files_kept") @Convert(converter = PeriodText.class)
        Period portalFilesKept) {

    /** Rules without the one that the API does not contain. */
    public RetentionRules(String fileDeletionStatus, int fileDeletionDays, int archivingDays, int folderDeletionDays) {
        this(fileDeletionStatus, fileDeletionDays, archivingDays, folderDeletionDays, null);
    }

    /** Differs when any of the rules does: a page that shows rules sends it back, to act on these and on no others. */
    public String fingerprint() {
        return fileDeletionStatus + "/" + fileDeletionDays + "/" + archivingDays + "/" + folderDeletionDays + "/"
                + portalFilesKept;
    }

    /** Keeps a period as its ISO 8601 text. */
    @Converter
    public static class PeriodText implements AttributeConverter<Period, String> {
        @Override
        public String convertToDatabaseColumn(Period period) {
            return period == null ? null : period.toString();
        }

        @Override
        public Period convertToEntityAttribute(String text) {
            return text == null ? null : Period.parse(text);
        }
    }
}
