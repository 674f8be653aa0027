package fr.hubee.subscription.overview;

import fr.hubee.process.SubscriptionValidation;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.subscription.AccessMode;
import fr.hubee.subscription.SubscriptionStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * A subscription as the lists of the portal show it (specification §6.6).
 *
 * @param operator who owns the démarche
 * @param editor null when none is named, and so is its name
 * @param activatedAt from that day on it receives; null until a day is chosen
 * @param endedAt since when it is suspended; null when it is not
 */
public record SubscriptionLine(
        UUID id,
        long version,
        String processCode,
        String processName,
        SubscriptionValidation validation,
        OrganizationKey operator,
        String operatorName,
        OrganizationKey subscriber,
        String subscriberName,
        long datapassId,
        AccessMode accessMode,
        OrganizationKey editor,
        String editorName,
        SubscriptionStatus status,
        Instant validatedAt,
        Instant activatedAt,
        Instant endedAt,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether the operator has to accept or refuse it. */
    public boolean awaitsValidation() {
        return status == SubscriptionStatus.INACTIVE
                && validatedAt == null
                && validation == SubscriptionValidation.Manual;
    }
}
