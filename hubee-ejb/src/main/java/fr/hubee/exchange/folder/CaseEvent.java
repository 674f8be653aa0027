package fr.hubee.exchange.folder;

import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.Answers;
import fr.hubee.exchange.status.AttachmentStatus;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * An action of one party on a case, for the other party to read (specification §2.7, §3.5).
 *
 * <p>Life cycle: sent at once; or, for a deposit, in progress until all its files are received and its author sends it.
 * Then the other party acknowledges it. Before it is sent, only its author sees it.
 */
@Entity
@Table(name = "case_event")
public class CaseEvent {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "case_id")
    private Case theCase;

    @Embedded
    @AttributeOverride(name = "type", column = @Column(name = "transmitter_type"))
    @AttributeOverride(name = "companyRegister", column = @Column(name = "transmitter_company_register"))
    @AttributeOverride(name = "branchCode", column = @Column(name = "transmitter_branch_code"))
    private OrganizationKey transmitter;

    @Enumerated(EnumType.STRING)
    private ActionType actionType;

    private String author;
    private String message;
    private String comment;
    private boolean notification;

    @Enumerated(EnumType.STRING)
    private EventStatus status;

    private String caseCurrentStatus;

    @Enumerated(EnumType.STRING)
    private CaseStatus caseNewStatus;

    private String partnerAttributes;

    /** The downloaded file, to detect when all were downloaded; never shown to partners. */
    private UUID downloadedId;

    @Embedded
    private PartnerInfo partnerInfo;

    private Instant createdAt;

    private Instant updatedAt;

    private Instant sentAt;

    private Instant sentForScanAt;

    @OneToMany(mappedBy = "event", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<Attachment> attachments = new ArrayList<>();

    CaseEvent() {}

    CaseEvent(Case theCase, OrganizationKey transmitter, NewCaseEvent wanted, Instant now) {
        this.id = UuidV7.next();
        this.theCase = theCase;
        this.transmitter = transmitter;
        this.actionType = wanted.actionType();
        this.author = wanted.author();
        this.message = wanted.message();
        this.comment = wanted.comment();
        this.notification = wanted.notification();
        this.status = isDeposit() ? EventStatus.IN_PROGRESS : EventStatus.SENT;
        this.caseCurrentStatus = wanted.caseCurrentStatus();
        this.caseNewStatus = wanted.caseNewStatus();
        this.partnerAttributes = wanted.partnerAttributes();
        this.partnerInfo = wanted.partnerInfo();
        this.createdAt = now;
        for (var file : wanted.attachments()) {
            attachments.add(Attachment.ofEvent(this, attachments.size(), file));
        }
    }

    /** @throws InvalidRequest when the bytes of a file are not there yet; a file that the antivirus blocks is sent as such */
    void requireReceived() {
        var missing = attachments.stream()
                .filter(file -> file.status() == AttachmentStatus.PENDING && !file.waitsForScan())
                .map(Attachment::id)
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidRequest("Event attachments are not all received")
                    .because("FILES_AWAITED", missing.size(), missing.get(0));
        }
    }

    void send(Instant now) {
        requireReceived();
        status = EventStatus.SENT;
        updatedAt = now;
        sentAt = now;
        sentForScanAt = null;
    }

    boolean waitsForScan() {
        return attachments.stream().anyMatch(Attachment::waitsForScan);
    }

    /** Records that its author has sent it, while files wait for the antivirus. */
    void sendAfterScan(Instant now) {
        requireReceived();
        sentForScanAt = now;
    }

    boolean isSentAfterScan() {
        return sentForScanAt != null;
    }

    /** The case has moved on: its author sees that it was not sent. */
    void notSentAfterScan() {
        sentForScanAt = null;
    }

    void tellsDownloadOf(Attachment file) {
        downloadedId = file.id();
    }

    void acknowledge(Instant now) {
        if (status != EventStatus.SENT) {
            throw new InvalidRequest("Event is not sent");
        }
        status = EventStatus.RECEIVED;
        updatedAt = now;
    }

    /** Its author takes the message back before anybody has read it. */
    void withdrawMessage() {
        message = null;
    }

    public boolean isInProgress() {
        return status == EventStatus.IN_PROGRESS;
    }

    /**
     * Whether the mails of a service tell of it once it is sent: a message, files, or that the case is notified again, whatever its author
     * asks for; anything else when the author asks for a notification.
     */
    boolean isMailed() {
        return notification || Answers.isOne(actionType) || notifiesAgain();
    }

    private boolean notifiesAgain() {
        return caseNewStatus != null && caseNewStatus.isToBeFetched();
    }

    /** Whether it brings files or a message to a service that is to fetch the case again for them (specification §5.8). */
    boolean completes() {
        return notifiesAgain() && Answers.isOne(actionType);
    }

    /** Whether the operator may have set the case to be fetched with this event and by a request of its own, as clients do (ADR 01). */
    boolean mayNotifyAgain() {
        return isMailed() && (caseNewStatus == null || notifiesAgain());
    }

    /** Whether it brings a message or files to this reader, who is not its author. */
    boolean hasContentFor(OrganizationKey reader) {
        return !transmitter.equals(reader) && !isInProgress() && (message != null || isDeposit());
    }

    /** Whether the reader sees it: before it is sent, only its author does. */
    boolean isVisibleTo(OrganizationKey reader) {
        return !isInProgress() || transmitter.equals(reader);
    }

    public UUID id() {
        return id;
    }

    public Case theCase() {
        return theCase;
    }

    public OrganizationKey transmitter() {
        return transmitter;
    }

    public ActionType actionType() {
        return actionType;
    }

    public String author() {
        return author;
    }

    public String message() {
        return message;
    }

    public String comment() {
        return comment;
    }

    public boolean notification() {
        return notification;
    }

    public EventStatus status() {
        return status;
    }

    public String caseCurrentStatus() {
        return caseCurrentStatus;
    }

    public CaseStatus caseNewStatus() {
        return caseNewStatus;
    }

    public String partnerAttributes() {
        return partnerAttributes;
    }

    public PartnerInfo partnerInfo() {
        return partnerInfo;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Returns when a deposit was sent; null before, and for what is sent at once. */
    public Instant sentAt() {
        return sentAt;
    }

    boolean isDeposit() {
        return actionType == ActionType.ATTACH_DEPOSIT;
    }

    /** Returns none for other events than deposits, without asking the database. */
    public List<Attachment> attachments() {
        return isDeposit() ? Collections.unmodifiableList(attachments) : List.of();
    }
}
