package fr.hubee.exchange.notification;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An entry in an organisation's queue; stays until the organisation deletes it. */
@Entity
@Table(name = "notification")
public class Notification {
    @Id
    private UUID id;

    @Embedded
    private OrganizationKey recipient;

    @Embedded
    @AttributeOverride(name = "type", column = @Column(name = "transmitter_type"))
    @AttributeOverride(name = "companyRegister", column = @Column(name = "transmitter_company_register"))
    @AttributeOverride(name = "branchCode", column = @Column(name = "transmitter_branch_code"))
    private OrganizationKey transmitter;

    private String processCode;

    private UUID caseId;

    private UUID eventId;

    private Instant createdAt;

    Notification() {}

    /** @param eventId null for a new case */
    Notification(
            OrganizationKey recipient,
            OrganizationKey transmitter,
            String processCode,
            UUID caseId,
            UUID eventId,
            Instant now) {
        this.id = UuidV7.next();
        this.recipient = recipient;
        this.transmitter = transmitter;
        this.processCode = processCode;
        this.caseId = caseId;
        this.eventId = eventId;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    OrganizationKey recipient() {
        return recipient;
    }

    String processCode() {
        return processCode;
    }
}
