package fr.hubee.subscription;

import fr.hubee.shared.InvalidRequest;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.shared.UuidV7;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

/**
 * One organisation's subscription to one démarche: unique for the pair (specification §2.4).
 *
 * <p>Its life: it is asked for elsewhere, and comes validated ({@code INACTIVE}) or refused with a reason ({@code
 * REFUSED}). Its administrator activates it for a date ({@code ACTIVE}, it receives folders from 00:01 on), may suspend
 * it ({@code SUSPENDED}, what has arrived stays workable) and activate it again. See {@link SubscriptionTransitions}.
 */
@Entity
@Table(name = "subscription")
public class Subscription {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalTime START_OF_SERVICE = LocalTime.of(0, 1);

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

    @Embedded
    @AttributeOverride(name = "email", column = @Column(name = "local_administrator"))
    @AttributeOverride(name = "firstName", column = @Column(name = "administrator_first_name"))
    @AttributeOverride(name = "lastName", column = @Column(name = "administrator_last_name"))
    @AttributeOverride(name = "function", column = @Column(name = "administrator_function"))
    @AttributeOverride(name = "phoneNumber", column = @Column(name = "administrator_phone_number"))
    @AttributeOverride(name = "mobileNumber", column = @Column(name = "administrator_mobile_number"))
    private Contact localAdministrator;

    @Column(name = "delegation_email")
    private String delegationEmail;

    @Embedded
    @AttributeOverride(name = "type", column = @Column(name = "editor_type"))
    @AttributeOverride(name = "companyRegister", column = @Column(name = "editor_company_register"))
    @AttributeOverride(name = "branchCode", column = @Column(name = "editor_branch_code"))
    private OrganizationKey editor;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    Subscription() {}

    /** As it is told, in whatever state. */
    Subscription(String processCode, OrganizationKey subscriber, SubscriptionDetails details, Instant now) {
        this.id = UuidV7.next();
        this.processCode = processCode;
        this.subscriber = subscriber;
        this.createdAt = now;
        status = details.status() == null ? SubscriptionStatus.INACTIVE : details.status();
        activatedAt = details.activatedAt();
        localAdministrator = details.localAdministrator();
        take(details);
    }

    /** As it comes from where it was asked for: validated or refused, and not yet at work. */
    static Subscription request(
            String processCode, OrganizationKey subscriber, SubscriptionDetails wanted, Instant now) {
        var subscription = new Subscription(processCode, subscriber, wanted, now);
        if (!SubscriptionTransitions.FIRST.contains(subscription.status)) {
            throw new InvalidRequest("A new subscription cannot have the status " + subscription.status.label());
        }
        subscription.checkRefusal(now);
        return subscription;
    }

    /** Refuses a change that was meant for another one. */
    void requireOf(String sameProcess, OrganizationKey sameSubscriber) {
        if (!processCode.equals(sameProcess) || !subscriber.equals(sameSubscriber)) {
            throw new InvalidRequest("processCode and subscriber of a subscription cannot be changed");
        }
    }

    /** Takes what is told now; a status that is not told stays, and so does the date of activation. */
    void change(SubscriptionDetails wanted, Instant now) {
        var next = wanted.status() == null ? status : wanted.status();
        if (!SubscriptionTransitions.allow(status, next)) {
            throw new InvalidRequest("A subscription cannot go from status " + status.label() + " to " + next.label());
        }
        boolean activated = next == SubscriptionStatus.ACTIVE && status == SubscriptionStatus.INACTIVE;
        if (wanted.activatedAt() != null) {
            activatedAt = wanted.activatedAt();
        } else if (activated) {
            activatedAt = now;
        }
        status = next;
        localAdministrator = wanted.localAdministrator().over(localAdministrator);
        take(wanted);
        checkRefusal(now);
        checkAddress();
        updatedAt = now;
    }

    private void take(SubscriptionDetails details) {
        datapassId = details.datapassId();
        accessMode = details.accessMode();
        notificationFrequency = details.notificationFrequency();
        email = details.email();
        validatedAt = details.validatedAt();
        rejectedAt = details.rejectedAt();
        endedAt = details.endedAt();
        rejectionReason = details.rejectionReason();
        delegationEmail = details.delegationEmail();
        editor = details.editor();
    }

    private void checkRefusal(Instant now) {
        if (status != SubscriptionStatus.REFUSED) {
            return;
        }
        if (rejectionReason == null || rejectionReason.isBlank()) {
            throw new InvalidRequest("rejectionReason is required with the status " + status.label());
        }
        if (rejectedAt == null) {
            rejectedAt = now;
        }
    }

    private void checkAddress() {
        boolean told = notificationFrequency != NotificationFrequency.NONE;
        if (status == SubscriptionStatus.ACTIVE && told && email == null) {
            throw new InvalidRequest(
                    "email is required unless notificationFrequency is " + NotificationFrequency.NONE.label());
        }
    }

    /** Whether it receives folders. */
    boolean receivesAt(Instant now) {
        return status == SubscriptionStatus.ACTIVE && (activatedAt == null || !now.isBefore(startOfService()));
    }

    private Instant startOfService() {
        return activatedAt
                .atZone(PARIS)
                .toLocalDate()
                .atTime(START_OF_SERVICE)
                .atZone(PARIS)
                .toInstant();
    }

    public UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    SubscriptionStatus status() {
        return status;
    }

    /** All but its démarche and its subscriber. */
    SubscriptionDetails details() {
        return new SubscriptionDetails(
                datapassId,
                accessMode,
                notificationFrequency,
                email,
                status,
                activatedAt,
                validatedAt,
                rejectedAt,
                endedAt,
                rejectionReason,
                localAdministrator,
                delegationEmail,
                editor);
    }
}
