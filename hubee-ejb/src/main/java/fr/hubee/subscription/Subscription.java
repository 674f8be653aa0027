package fr.hubee.subscription;

import fr.hubee.shared.OrganizationKey;
import fr.hubee.shared.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One organisation's subscription to one démarche: unique for the pair (specification §2.4). */
@Entity
@Table(name = "subscription")
public class Subscription {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "datapass_id")
    private long datapassId;

    @Column(name = "process_code")
    private String processCode;

    @Embedded
    private OrganizationKey subscriber;

    @Enumerated(EnumType.STRING)
    @Column(name = "access_mode")
    private AccessMode accessMode;

    @Enumerated(EnumType.STRING)
    @Column(name = "notification_frequency")
    private NotificationFrequency notificationFrequency;

    private String email;

    @Enumerated(EnumType.STRING)
    private SubscriptionStatus status;

    @Column(name = "activated_at")
    private Instant activatedAt;

    @Column(name = "validated_at")
    private Instant validatedAt;

    @Column(name = "rejected_at")
    private Instant rejectedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "rejection_reason")
    private String rejectionReason;

    @Column(name = "local_administrator")
    private String localAdministrator;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    Subscription() {}

    Subscription(String processCode, OrganizationKey subscriber, SubscriptionDetails details, Instant now) {
        this.id = UuidV7.next();
        this.processCode = processCode;
        this.subscriber = subscriber;
        this.createdAt = now;
        datapassId = details.datapassId();
        accessMode = details.accessMode();
        notificationFrequency = details.notificationFrequency();
        email = details.email();
        status = details.status();
        activatedAt = details.activatedAt();
        validatedAt = details.validatedAt();
        rejectedAt = details.rejectedAt();
        endedAt = details.endedAt();
        rejectionReason = details.rejectionReason();
        localAdministrator = details.localAdministrator();
    }

    /** Whether it receives folders. */
    boolean isActive() {
        return status == SubscriptionStatus.ACTIVE;
    }
}
