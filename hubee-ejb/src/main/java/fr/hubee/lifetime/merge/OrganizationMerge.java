package fr.hubee.lifetime.merge;

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

/** A merge of two communes. It is stored for thirty days, and can be undone once. */
@Entity
@Table(name = "organization_merge")
class OrganizationMerge {
    @Id
    private UUID id;

    @Embedded
    @AttributeOverride(name = "type", column = @Column(name = "predecessor_type"))
    @AttributeOverride(name = "companyRegister", column = @Column(name = "predecessor_company_register"))
    @AttributeOverride(name = "branchCode", column = @Column(name = "predecessor_branch_code"))
    private OrganizationKey predecessor;

    @Embedded
    @AttributeOverride(name = "type", column = @Column(name = "successor_type"))
    @AttributeOverride(name = "companyRegister", column = @Column(name = "successor_company_register"))
    @AttributeOverride(name = "branchCode", column = @Column(name = "successor_branch_code"))
    private OrganizationKey successor;

    /** The predecessor's, before. */
    private String formerStatus;

    @Embedded
    private MovedCounts moved;

    private Instant mergedAt;

    private String mergedBy;

    private Instant undoneAt;

    private String undoneBy;

    OrganizationMerge() {}

    OrganizationMerge(MergePreview seen, String formerStatus, String by, Instant now) {
        this.id = UuidV7.next();
        this.predecessor = seen.from();
        this.successor = seen.to();
        this.formerStatus = formerStatus;
        this.moved = seen.counts();
        this.mergedBy = by;
        this.mergedAt = now;
    }

    void undone(String by, Instant now) {
        undoneBy = by;
        undoneAt = now;
    }

    UUID id() {
        return id;
    }

    OrganizationKey predecessor() {
        return predecessor;
    }

    OrganizationKey successor() {
        return successor;
    }

    String formerStatus() {
        return formerStatus;
    }
}
