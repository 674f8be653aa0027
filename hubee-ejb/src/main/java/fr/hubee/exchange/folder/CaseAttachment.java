package fr.hubee.exchange.folder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import java.util.UUID;

/** Links a case to a file of its folder that it receives. */
@Entity
@Table(name = "case_attachment")
public class CaseAttachment {
    @EmbeddedId
    private Id id;

    @MapsId("caseId")
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "case_id")
    private Case theCase;

    @MapsId("attachmentId")
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "attachment_id")
    private Attachment attachment;

    private boolean portalPurged;

    CaseAttachment() {}

    CaseAttachment(Case theCase, Attachment attachment) {
        this.id = new Id(theCase.id(), attachment.id());
        this.theCase = theCase;
        this.attachment = attachment;
    }

    void purgedByPortal() {
        portalPurged = true;
    }

    boolean isOf(Case other) {
        return id.caseId().equals(other.id());
    }

    Case theCase() {
        return theCase;
    }

    @Embeddable
    public record Id(
            @Column(name = "case_id") UUID caseId,
            @Column(name = "attachment_id") UUID attachmentId) {}
}
