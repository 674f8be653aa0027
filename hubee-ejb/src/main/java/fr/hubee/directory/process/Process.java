package fr.hubee.directory.process;

import fr.hubee.directory.process.ProcessLookup.ProcessChanges;
import fr.hubee.directory.process.ProcessService.RegisteredProcess;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

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

    @Embedded
    private AttachmentRules attachments;

    @Embedded
    private RetentionRules retention;

    private boolean messageToTransmitter;

    private boolean messageWithStatus;

    private boolean authorizedAwaiting;

    @Enumerated(EnumType.STRING)
    private SubscriptionValidation subscriptionValidation;

    private String legalJustification;

    @Embedded
    private PortalRules portal;

    private Instant createdAt;

    private Instant updatedAt;

    Process() {}

    Process(String code, ProcessDetails details, Instant now) {
        this.code = code;
        this.createdAt = now;
        take(details);
    }

    void change(ProcessDetails details, Instant now) {
        take(details);
        updatedAt = now;
    }

    private void take(ProcessDetails details) {
        name = details.name();
        description = details.description();
        activated = details.activated();
        osl = details.osl();
        attachments = details.attachments();
        retention = details.retention();
        messageToTransmitter = details.messageToTransmitter();
        messageWithStatus = details.messageWithStatus();
        authorizedAwaiting = details.authorizedAwaiting();
        subscriptionValidation = details.subscriptionValidation();
        legalJustification = details.legalJustification();
        portal = details.portal();
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
                attachments,
                retention,
                messageToTransmitter,
                messageWithStatus,
                authorizedAwaiting,
                subscriptionValidation,
                legalJustification,
                portal);
    }

    RegisteredProcess registered() {
        return new RegisteredProcess(code, details(), createdAt, updatedAt);
    }
}
