package fr.hubee.directory.subscription;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
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
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\r\n\t]]");

    public boolean hasAddress() {
        return email != null && !email.isBlank();
    }

    /**
     * Returns the mandatory reason for refusing a subscription, which the requester reads.
     *
     * @throws InvalidRequest with a message for the person who typed it
     */
    static String checkedReason(String typed) {
        var text = typed == null ? "" : CONTROL.matcher(typed).replaceAll("").strip();
        if (text.isEmpty()) {
            throw new InvalidRequest(
                    "Indiquez le motif du refus : il sera lu par l’organisation qui a fait la demande.");
        }
        if (text.length() > LONGEST_REASON) {
            throw new InvalidRequest("Le motif du refus est trop long : 1 000 caractères au plus.");
        }
        return text;
    }

    /** Whether it receives folders at that moment. */
    boolean receivesAt(Instant now) {
        return status == SubscriptionStatus.ACTIVE
                && (activatedAt == null || !now.isBefore(ServiceDay.startOn(activatedAt)));
    }
}
