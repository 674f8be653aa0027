package fr.hubee.exchange.folder;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.status.FolderStatus;
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
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A folder: everything that one operator sends at once, for one démarche: an applicant, files, and a case for each service concerned.
 *
 * <p>Life cycle: announced ({@code HUBEE_RECEIVED}), its files are received one by one. Once completed, its cases are
 * notified and become visible to their services ({@code HUBEE_NOTIFIED}). Then its status follows the least advanced of
 * its cases, until the transmitter sets a status: that one stays until the transmitter notifies the folder again. Once
 * all its cases are archived, so is the folder ({@code ARCHIVED}), and it cannot change any more.
 */
@Entity
@Table(name = "folder")
public class Folder {
    @Id
    private UUID id;

    @Version
    private long version;

    private String externalId;

    private String processCode;

    @Embedded
    @AttributeOverride(name = "type", column = @Column(name = "osl_type"))
    @AttributeOverride(name = "companyRegister", column = @Column(name = "osl_company_register"))
    @AttributeOverride(name = "branchCode", column = @Column(name = "osl_branch_code"))
    private OrganizationKey transmitter;

    @Enumerated(EnumType.STRING)
    private FolderStatus status = FolderStatus.HUBEE_RECEIVED;

    private boolean statusSetByTransmitter;

    @Embedded
    private Applicant applicant;

    @Embedded
    private PartnerInfo partnerInfo;

    private Instant createdAt;

    private Instant updatedAt;

    private Instant completedAt;

    private Instant closedAt;

    private Instant archivedAt;

    @OneToMany(mappedBy = "folder", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<Case> cases = new ArrayList<>();

    @OneToMany(mappedBy = "folder", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<Attachment> attachments = new ArrayList<>();

    Folder() {}

    Folder(OrganizationKey transmitter, NewFolder wanted, Instant now) {
        this.id = UuidV7.next();
        this.transmitter = transmitter;
        this.externalId = wanted.externalId();
        this.processCode = wanted.processCode();
        this.applicant = wanted.applicant();
        this.partnerInfo = wanted.partnerInfo();
        this.createdAt = now;
        var byExternalId = new HashMap<String, Case>();
        for (var wantedCase : wanted.cases()) {
            var added = new Case(this, cases.size(), wantedCase, now);
            cases.add(added);
            byExternalId.put(added.externalId(), added);
        }
        for (var file : wanted.attachments()) {
            var recipients = file.recipients().stream()
                    .map(name -> requireCase(byExternalId, name))
                    .toList();
            attachments.add(Attachment.ofFolder(this, attachments.size(), file, recipients));
        }
    }

    private static Case requireCase(Map<String, Case> byExternalId, String name) {
        var found = byExternalId.get(name);
        if (found == null) {
            throw new InvalidRequest("Attachment recipient is not a case of the folder");
        }
        return found;
    }

    /**
     * Makes the cases visible to their services.
     *
     * @param modes each recipient's current mode; null when it has not chosen one
     */
    void complete(Function<OrganizationKey, AccessMode> modes, Instant now) {
        if (isComplete()) {
            throw new IllegalStateException("already complete");
        }
        completedAt = now;
        updatedAt = now;
        status = FolderStatus.HUBEE_NOTIFIED;
        cases.forEach(each -> each.notified(modes.apply(each.recipient()), now));
    }

    boolean isComplete() {
        return completedAt != null;
    }

    boolean isCompletedBefore(Instant moment) {
        return isComplete() && completedAt.isBefore(moment);
    }

    /** Completes it while files wait for the antivirus: for its transmitter it is complete, and nobody else sees it. */
    void completeAfterScan(Instant now) {
        status = FolderStatus.HUBEE_COMPLETED;
        updatedAt = now;
    }

    boolean isCompletedAfterScan() {
        return !isComplete() && status == FolderStatus.HUBEE_COMPLETED;
    }

    boolean isSubmitted() {
        return isComplete() || isCompletedAfterScan();
    }

    boolean waitsForScan() {
        return attachments.stream().anyMatch(Attachment::waitsForScan);
    }

    /** @throws InvalidRequest once it is archived: it cannot change any more */
    void requireNotArchived() {
        if (archivedAt != null) {
            throw new InvalidRequest("Folder is archived");
        }
    }

    /**
     * Sets the status of a complete folder on behalf of the transmitter; its cases do not change.
     *
     * @param closeDate null leaves it unchanged, except that a closed folder always has one
     */
    void setStatus(FolderStatus wanted, Instant closeDate, Instant now) {
        if (!isComplete()) {
            throw new InvalidRequest("Folder is not completed");
        }
        requireNotArchived();
        if (wanted == FolderStatus.HUBEE_RECEIVED || wanted == FolderStatus.ARCHIVED) {
            throw new InvalidRequest("Folder status " + wanted + " cannot be set");
        }
        status = wanted;
        statusSetByTransmitter = wanted != FolderStatus.HUBEE_NOTIFIED;
        updatedAt = now;
        if (closeDate != null) {
            closedAt = closeDate;
        } else if (wanted == FolderStatus.CLOSED && closedAt == null) {
            closedAt = now;
        } else if (wanted == FolderStatus.HUBEE_NOTIFIED) {
            closedAt = null;
        }
    }

    /** Updates the status after a case has changed its own. */
    void follow(Instant now) {
        updatedAt = now;
        if (!statusSetByTransmitter) {
            status = FolderStatus.following(cases.stream().map(Case::status).toList());
        }
    }

    public UUID id() {
        return id;
    }

    public String externalId() {
        return externalId;
    }

    public String processCode() {
        return processCode;
    }

    public OrganizationKey transmitter() {
        return transmitter;
    }

    public FolderStatus status() {
        return status;
    }

    public Applicant applicant() {
        return applicant;
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

    public Instant closedAt() {
        return closedAt;
    }

    public List<Case> cases() {
        return Collections.unmodifiableList(cases);
    }

    public List<Attachment> attachments() {
        return Collections.unmodifiableList(attachments);
    }
}
