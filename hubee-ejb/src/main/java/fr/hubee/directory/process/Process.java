package fr.hubee.directory.process;

import fr.hubee.directory.process.ProcessCache.ProcessChanges;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.Period;
import java.util.List;

/** A démarche: a kind of request that one operator transmits (specification §2.3). Its code never changes. */
@Entity
@EntityListeners(ProcessChanges.class)
@Table(name = "process")
public class Process {
    @Id
    private String code;

    @Version
    private long version;

    private String name;
    private String description;
    private boolean activated;

    @Embedded
    @AttributeOverride(name = "type", column = @Column(name = "osl_type"))
    @AttributeOverride(name = "companyRegister", column = @Column(name = "osl_company_register"))
    @AttributeOverride(name = "branchCode", column = @Column(name = "osl_branch_code"))
    private OrganizationKey osl;

    @Column(name = "attachment_formats")
    private String[] attachmentFormats;

    @Column(name = "si_attachment_formats")
    private String[] siAttachmentFormats;

    @Column(name = "attachment_types")
    private String[] attachmentTypes;

    @Column(name = "attachment_max_size")
    private long attachmentMaxSize;

    @Column(name = "encrypted_files")
    private boolean encryptedFiles;

    @Column(name = "file_deletion_status")
    private String fileDeletionStatus;

    @Column(name = "file_deletion_days")
    private int fileDeletionDays;

    @Column(name = "archiving_days")
    private int archivingDays;

    @Column(name = "folder_deletion_days")
    private int folderDeletionDays;

    @Column(name = "portal_files_kept")
    @Convert(converter = PeriodText.class)
    private Period portalFilesKept;

    @Column(name = "message_to_transmitter")
    private boolean messageToTransmitter;

    @Column(name = "message_with_status")
    private boolean messageWithStatus;

    @Column(name = "authorized_awaiting")
    private boolean authorizedAwaiting;

    @Enumerated(EnumType.STRING)
    @Column(name = "subscription_validation")
    private SubscriptionValidation subscriptionValidation;

    @Column(name = "legal_justification")
    private String legalJustification;

    @Column(name = "never_refused")
    private boolean neverRefused;

    private boolean sensitive;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    Process() {}

    Process(String code, ProcessDetails details, Instant now) {
        this.code = code;
        this.createdAt = now;
        take(details);
    }

    /** Replaces all rules. */
    void change(ProcessDetails details, Instant now) {
        take(details);
        updatedAt = now;
    }

    private void take(ProcessDetails details) {
        name = details.name();
        description = details.description();
        activated = details.activated();
        osl = details.osl();
        attachmentFormats = details.attachments().formats().toArray(String[]::new);
        siAttachmentFormats = details.attachments().siFormats().toArray(String[]::new);
        attachmentTypes = details.attachments().types().toArray(String[]::new);
        attachmentMaxSize = details.attachments().maxSize();
        encryptedFiles = details.attachments().encrypted();
        fileDeletionStatus = details.retention().fileDeletionStatus();
        fileDeletionDays = details.retention().fileDeletionDays();
        archivingDays = details.retention().archivingDays();
        folderDeletionDays = details.retention().folderDeletionDays();
        portalFilesKept = details.retention().portalFilesKept();
        messageToTransmitter = details.messageToTransmitter();
        messageWithStatus = details.messageWithStatus();
        authorizedAwaiting = details.authorizedAwaiting();
        subscriptionValidation = details.subscriptionValidation();
        legalJustification = details.legalJustification();
        neverRefused = details.portal().neverRefused();
        sensitive = details.portal().sensitive();
    }

    long version() {
        return version;
    }

    public String code() {
        return code;
    }

    public ProcessDetails details() {
        return new ProcessDetails(
                name,
                description,
                activated,
                osl,
                new AttachmentRules(
                        List.of(attachmentFormats),
                        List.of(siAttachmentFormats),
                        List.of(attachmentTypes),
                        attachmentMaxSize,
                        encryptedFiles),
                new RetentionRules(
                        fileDeletionStatus, fileDeletionDays, archivingDays, folderDeletionDays, portalFilesKept),
                messageToTransmitter,
                messageWithStatus,
                authorizedAwaiting,
                subscriptionValidation,
                legalJustification,
                new PortalRules(neverRefused, sensitive));
    }

    RegisteredProcess registered() {
        return new RegisteredProcess(code, details(), createdAt, updatedAt);
    }
}
