package fr.hubee.directory.subscription;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The data of a subscription except its démarche and its subscriber (specification §2.4).
 *
 * @param status null to let the hub decide
 * @param delegationEmail of the person who acts for the subscriber; may be null
 * @param editor whose software acts for the subscriber; may be null
 */
public record SubscriptionDetails(
        long datapassId,
        AccessMode accessMode,
        NotificationFrequency notificationFrequency,
        String email,
        SubscriptionStatus status,
        Instant activatedAt,
        Instant validatedAt,
        Instant rejectedAt,
        Instant endedAt,
        String rejectionReason,
        Contact localAdministrator,
        String delegationEmail,
        OrganizationKey editor) {
    private static final int LONGEST_REASON = 1000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRENCH);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\r\n\t]]");

    /**
     * Returns the mandatory reason for refusing a subscription, which the requester reads.
     *
     * @throws InvalidRequest with a message for the person who typed it
     */
    static String checkedReason(String typed) {
        var text = typed == null ? "" : CONTROL.matcher(typed).replaceAll("").strip();
        if (text.isEmpty()) {
            throw new InvalidRequest(Words.text("directory.subscription.noReason"));
        }
        if (text.length() > LONGEST_REASON) {
            throw new InvalidRequest(Words.text("directory.subscription.longReason"));
        }
        return text;
    }

    /**
     * Returns the start of service on a chosen day.
     *
     * @throws InvalidRequest when it is not between today and one year from today
     */
    static Instant checkedStart(LocalDate day, Instant now) {
        var today = now.atZone(Paris.ZONE).toLocalDate();
        var last = today.plusYears(1);
        if (day == null) {
            throw new InvalidRequest(Words.text("directory.subscription.noDay"));
        }
        if (day.isBefore(today)) {
            throw new InvalidRequest(Words.text("directory.subscription.pastDay", DAY.format(today)));
        }
        if (day.isAfter(last)) {
            throw new InvalidRequest(Words.text("directory.subscription.farDay", DAY.format(last)));
        }
        return KnownSubscription.startOn(day);
    }

    /**
     * Returns the journal's action for a change; a step of the life cycle takes precedence.
     *
     * @param before null for a new subscription
     */
    AuditAction actSince(SubscriptionDetails before) {
        if (before == null) {
            return status == SubscriptionStatus.REFUSED
                    ? AuditAction.SUBSCRIPTION_REFUSED
                    : AuditAction.SUBSCRIPTION_CREATED;
        }
        if (before.status != status) {
            return switch (status) {
                case ACTIVE -> AuditAction.SUBSCRIPTION_ACTIVATED;
                case SUSPENDED -> AuditAction.SUBSCRIPTION_SUSPENDED;
                case REFUSED -> AuditAction.SUBSCRIPTION_REFUSED;
                case INACTIVE -> AuditAction.SUBSCRIPTION_VALIDATED;
            };
        }
        boolean validated = before.validatedAt == null && validatedAt != null;
        return validated ? AuditAction.SUBSCRIPTION_VALIDATED : AuditAction.SUBSCRIPTION_CHANGED;
    }

    /** Whether software works for it that did not before: it starts, or its mode or editor changed. */
    boolean hasNewSoftwareSince(SubscriptionDetails before) {
        return isInServiceByApi() && !(before.isInServiceByApi() && Objects.equals(editor, before.editor));
    }

    /** Whether software works for it, be it suspended. */
    boolean isInServiceByApi() {
        return accessMode == AccessMode.API
                && (status == SubscriptionStatus.ACTIVE || status == SubscriptionStatus.SUSPENDED);
    }

    /** Returns the organisation whose software works for a subscriber: its editor, or itself. */
    public OrganizationKey softwareOf(OrganizationKey subscriber) {
        return editor == null ? subscriber : editor;
    }

    boolean isAcceptedAfter(SubscriptionDetails before) {
        return before.status == SubscriptionStatus.REFUSED && status != SubscriptionStatus.REFUSED;
    }
}
