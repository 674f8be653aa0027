package fr.hubee.directory.subscription;

import fr.hubee.directory.process.SubscriptionValidation;
import fr.hubee.directory.subscription.SubscriptionLookup.SubscriptionChanges;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.shared.Words;
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
import java.time.LocalDate;
import java.util.UUID;

/**
 * One organisation's subscription to one démarche: unique for the pair (specification §2.4).
 *
 * <p>Life cycle: requested elsewhere, it arrives validated, to be validated, or refused with a reason
 * ({@code REFUSED}). Validated, it is not yet in service ({@code INACTIVE}). Its administrator activates it for a date
 * ({@code ACTIVE}, it receives folders from 00:01), may suspend it ({@code SUSPENDED}, existing cases can still be
 * handled) and reactivate it. See {@link SubscriptionStatus}.
 *
 * <p>The API replaces it as a whole, by {@link #change}. People change it step by step, by the methods below, with
 * error messages in French. It exceeds 300 lines because both ways change the same state.
 */
@Entity
@EntityListeners(SubscriptionChanges.class)
@Table(name = "subscription")
public class Subscription {
    @Id
    private UUID id;

    @Version
    private long version;

    private long datapassId;

    private String processCode;

    @Embedded
    private OrganizationKey subscriber;

    @Enumerated(EnumType.STRING)
    private AccessMode accessMode;

    @Enumerated(EnumType.STRING)
    private NotificationFrequency notificationFrequency;

    private String email;

    @Enumerated(EnumType.STRING)
    private SubscriptionStatus status;

    private Instant activatedAt;

    /** The future start of service; null otherwise. */
    private Instant awaitedStart;

    private Instant validatedAt;

    private Instant rejectedAt;

    private Instant endedAt;

    private String rejectionReason;

    @Embedded
    @AttributeOverride(name = "email", column = @Column(name = "local_administrator"))
    @AttributeOverride(name = "firstName", column = @Column(name = "administrator_first_name"))
    @AttributeOverride(name = "lastName", column = @Column(name = "administrator_last_name"))
    @AttributeOverride(name = "function", column = @Column(name = "administrator_function"))
    @AttributeOverride(name = "phoneNumber", column = @Column(name = "administrator_phone_number"))
    @AttributeOverride(name = "mobileNumber", column = @Column(name = "administrator_mobile_number"))
    private Contact localAdministrator;

    private String delegationEmail;

    @Embedded
    @AttributeOverride(name = "type", column = @Column(name = "editor_type"))
    @AttributeOverride(name = "companyRegister", column = @Column(name = "editor_company_register"))
    @AttributeOverride(name = "branchCode", column = @Column(name = "editor_branch_code"))
    private OrganizationKey editor;

    private Instant createdAt;

    private Instant updatedAt;

    Subscription() {}

    /** Creates a subscription with the given details, in any status. */
    Subscription(String processCode, OrganizationKey subscriber, SubscriptionDetails details, Instant now) {
        this.id = UuidV7.next();
        this.processCode = processCode;
        this.subscriber = subscriber;
        this.createdAt = now;
        status = details.status() == null ? SubscriptionStatus.INACTIVE : details.status();
        activatedAt = details.activatedAt();
        localAdministrator = details.localAdministrator();
        take(details);
        keepValidation(null, now);
        awaitStart(now);
    }

    /** Creates a subscription that was requested elsewhere: validated or refused, and not yet in service. */
    static Subscription request(
            String processCode, OrganizationKey subscriber, SubscriptionDetails wanted, Instant now) {
        var subscription = new Subscription(processCode, subscriber, wanted, now);
        if (!SubscriptionStatus.FIRST.contains(subscription.status)) {
            throw new InvalidRequest("A new subscription cannot have the status " + subscription.status.label());
        }
        subscription.checkRefusal(now);
        return subscription;
    }

    /** Rejects a change that is meant for another subscription. */
    void requireOf(String sameProcess, OrganizationKey sameSubscriber) {
        if (!processCode.equals(sameProcess) || !subscriber.equals(sameSubscriber)) {
            throw new InvalidRequest("processCode and subscriber of a subscription cannot be changed");
        }
    }

    /** Applies the new details; a missing status or activation date stays unchanged. An activation also validates it. */
    void change(SubscriptionDetails wanted, Instant now) {
        var before = status;
        var next = wanted.status() == null ? status : wanted.status();
        if (!status.mayBecome(next)) {
            throw new InvalidRequest("A subscription cannot go from status " + status.label() + " to " + next.label());
        }
        if (wanted.activatedAt() != null) {
            activatedAt = wanted.activatedAt();
        } else if (next == SubscriptionStatus.ACTIVE && before == SubscriptionStatus.INACTIVE) {
            activatedAt = now;
        }
        var validated = validatedAt;
        status = next;
        localAdministrator = wanted.localAdministrator().over(localAdministrator);
        take(wanted);
        keepValidation(validated, now);
        dateEnd(before, now);
        checkRefusal(now);
        checkAddress();
        awaitStart(now);
        updatedAt = now;
    }

    /** Validates it on arrival, since its démarche requires no validation. */
    void validateOnArrival(Instant now) {
        if (status == SubscriptionStatus.INACTIVE && validatedAt == null) {
            validatedAt = now;
        }
    }

    // actions of people

    /** The operator of its démarche accepts it, even after a refusal. */
    void validate(Instant now) {
        boolean refused = status == SubscriptionStatus.REFUSED;
        if (!refused && (status != SubscriptionStatus.INACTIVE || validatedAt != null)) {
            throw new InvalidRequest(Words.text("directory.subscription.validated"));
        }
        status = SubscriptionStatus.INACTIVE;
        validatedAt = now;
        rejectedAt = null;
        rejectionReason = null;
        updatedAt = now;
    }

    void refuse(String reason, Instant now) {
        if (status != SubscriptionStatus.INACTIVE) {
            throw new InvalidRequest(Words.text("directory.subscription.notRefusable", status.label()));
        }
        rejectionReason = SubscriptionDetails.checkedReason(reason);
        status = SubscriptionStatus.REFUSED;
        rejectedAt = now;
        validatedAt = null;
        updatedAt = now;
    }

    /** Sets the first day of service; it can be changed until that day. */
    void activate(LocalDate day, SubscriptionValidation rule, Instant now) {
        boolean started = status == SubscriptionStatus.ACTIVE && receivesAt(now);
        if (started || status == SubscriptionStatus.REFUSED) {
            throw new InvalidRequest(Words.text("directory.subscription.notActivatable", status.label()));
        }
        if (status == SubscriptionStatus.SUSPENDED) {
            throw new InvalidRequest(Words.text("directory.subscription.suspended"));
        }
        var start = SubscriptionDetails.checkedStart(day, now);
        makeReady(rule, now);
        activatedAt = start;
        awaitStart(now);
    }

    /** Stops new folders; existing cases can still be handled. */
    void suspend(Instant now) {
        if (status != SubscriptionStatus.ACTIVE) {
            throw new InvalidRequest(Words.text("directory.subscription.notSuspendable", status.label()));
        }
        end(now);
    }

    /** Resumes service, at once or on the day of its activation if that is in the future. */
    void reactivate(SubscriptionValidation rule, Instant now) {
        if (status != SubscriptionStatus.SUSPENDED) {
            throw new InvalidRequest(Words.text("directory.subscription.notReactivatable", status.label()));
        }
        makeReady(rule, now);
        if (activatedAt == null) {
            activatedAt = now;
        }
        awaitStart(now);
    }

    private void awaitStart(Instant now) {
        boolean later = status == SubscriptionStatus.ACTIVE && !receivesAt(now);
        awaitedStart = later ? KnownSubscription.startOn(activatedAt) : null;
    }

    /** @return whether service has started since the last call */
    boolean begin(Instant now) {
        if (awaitedStart == null || awaitedStart.isAfter(now)) {
            return false;
        }
        awaitedStart = null;
        return true;
    }

    private void makeReady(SubscriptionValidation rule, Instant now) {
        if (validatedAt == null && rule == SubscriptionValidation.Manual) {
            throw new InvalidRequest(Words.text("directory.subscription.awaitsValidation"));
        }
        if (accessMode == null) {
            throw new InvalidRequest(Words.text("directory.subscription.modeFirst"));
        }
        if (isNotified() && email == null) {
            throw new InvalidRequest(Words.text("directory.subscription.emailFirst"));
        }
        status = SubscriptionStatus.ACTIVE;
        if (validatedAt == null) {
            validatedAt = now;
        }
        endedAt = null;
        updatedAt = now;
    }

    /** @param settings checked by {@link SubscriptionSettings#checked} */
    void configure(SubscriptionSettings settings, Instant now) {
        if (status == SubscriptionStatus.REFUSED) {
            throw new InvalidRequest(Words.text("directory.subscription.refused"));
        }
        accessMode = settings.accessMode();
        notificationFrequency = settings.frequency();
        email = settings.email();
        editor = settings.editor();
        updatedAt = now;
    }

    SubscriptionSettings settings() {
        return new SubscriptionSettings(accessMode, notificationFrequency, email, editor);
    }

    // merger of organisations

    void moveTo(OrganizationKey successor, Instant now) {
        subscriber = successor;
        updatedAt = now;
    }

    /** Ends service, even before its start. */
    void end(Instant now) {
        status = SubscriptionStatus.SUSPENDED;
        awaitedStart = null;
        endedAt = now;
        updatedAt = now;
    }

    /** The merger that ended it is undone: it is as before, and starts on its day if that had not come yet. */
    void resume(SubscriptionStatus former, Instant formerEnd, Instant now) {
        var ended = endedAt;
        status = former;
        endedAt = formerEnd;
        awaitStart(ended);
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

    /** A subscription in service counts as validated, even without a given date. */
    private void keepValidation(Instant known, Instant now) {
        boolean works = status == SubscriptionStatus.ACTIVE || status == SubscriptionStatus.SUSPENDED;
        if (works && validatedAt == null) {
            validatedAt = known == null ? now : known;
        }
    }

    /** Sets the date of a suspension; clears it on reactivation, even when the client sends the old date back. */
    private void dateEnd(SubscriptionStatus before, Instant now) {
        if (before == SubscriptionStatus.ACTIVE && status == SubscriptionStatus.SUSPENDED && endedAt == null) {
            endedAt = now;
        } else if (before == SubscriptionStatus.SUSPENDED
                && status == SubscriptionStatus.ACTIVE
                && isPast(endedAt, now)) {
            endedAt = null;
        }
    }

    private static boolean isPast(Instant moment, Instant now) {
        return moment != null && !moment.isAfter(now);
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
        if (status == SubscriptionStatus.ACTIVE && isNotified() && email == null) {
            throw new InvalidRequest(
                    "email is required unless notificationFrequency is " + NotificationFrequency.NONE.label());
        }
    }

    private boolean isNotified() {
        return notificationFrequency != NotificationFrequency.NONE;
    }

    boolean receivesAt(Instant now) {
        return known().receivesAt(now);
    }

    /** Returns the event for the creation of its administrator's account. */
    SubscriptionEvent.Requested requested() {
        return new SubscriptionEvent.Requested(id, processCode, subscriber, localAdministrator, status);
    }

    public UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String processCode() {
        return processCode;
    }

    OrganizationKey subscriber() {
        return subscriber;
    }

    SubscriptionStatus status() {
        return status;
    }

    KnownSubscription known() {
        return new KnownSubscription(id, status, activatedAt, accessMode, notificationFrequency, email);
    }

    /** Everything except its démarche and its subscriber. */
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
