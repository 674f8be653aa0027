package fr.hubee.directory.subscription;

import fr.hubee.directory.process.SubscriptionValidation;
import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
import java.util.UUID;

/**
 * A subscription in the lists of the portal (specification §6.6).
 *
 * @param operator who owns the démarche
 * @param editor and its name are null when there is none
 * @param activatedAt start of service; null until a day is chosen
 * @param endedAt start of the suspension; null when it is not suspended
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

    /** Whether the operator must accept or refuse it. */
    public boolean awaitsValidation() {
        return status == SubscriptionStatus.INACTIVE
                && validatedAt == null
                && validation == SubscriptionValidation.Manual;
    }
}
