package fr.hubee.lifetime.retention;

import fr.hubee.directory.process.PeriodText;
import fr.hubee.directory.process.RetentionRules;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.Period;

/**
 * The retention rules applied to a démarche.
 *
 * <p>They follow its settings at the next run, unless a shortening is so large that an administrator must confirm it:
 * until then, only what is due under both is purged.
 */
@Entity
@Table(name = "accepted_retention")
public class AcceptedRetention {
    @Id
    private String processCode;

    private String fileDeletionStatus;

    private int fileDeletionDays;

    private int archivingDays;

    private int folderDeletionDays;

    @Convert(converter = PeriodText.class)
    private Period portalFilesKept;

    private Instant acceptedAt;

    private String acceptedBy;

    AcceptedRetention() {}

    AcceptedRetention(String processCode, RetentionRules rules, String who, Instant now) {
        this.processCode = processCode;
        accept(rules, who, now);
    }

    void accept(RetentionRules rules, String who, Instant now) {
        fileDeletionStatus = rules.fileDeletionStatus();
        fileDeletionDays = rules.fileDeletionDays();
        archivingDays = rules.archivingDays();
        folderDeletionDays = rules.folderDeletionDays();
        portalFilesKept = rules.portalFilesKept();
        acceptedAt = now;
        acceptedBy = who;
    }

    RetentionRules rules() {
        return new RetentionRules(
                fileDeletionStatus, fileDeletionDays, archivingDays, folderDeletionDays, portalFilesKept);
    }

    Instant acceptedAt() {
        return acceptedAt;
    }

    String acceptedBy() {
        return acceptedBy;
    }
}
