package fr.hubee.directory.subscription;

import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;

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

    public boolean hasAddress() {
        return email != null && !email.isBlank();
    }

    /** Whether it receives folders at that moment. */
    boolean receivesAt(Instant now) {
        return status == SubscriptionStatus.ACTIVE
                && (activatedAt == null || !now.isBefore(ServiceDay.startOn(activatedAt)));
    }
}
