package fr.hubee.api.subscription;

import fr.hubee.api.organization.OrganizationIdentifierJson;
import fr.hubee.shared.InvalidRequest;
import fr.hubee.subscription.AccessMode;
import fr.hubee.subscription.NotificationFrequency;
import fr.hubee.subscription.SubscriptionDetails;
import fr.hubee.subscription.SubscriptionStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** A subscription (specification §2.4). */
public record SubscriptionJson(
        long datapassId,
        @NotNull @Size(max = 30) String processCode,
        @NotNull @Valid OrganizationIdentifierJson subscriber,
        AccessMode accessMode,
        @NotNull @Size(max = 20) String notificationFrequency,
        @Size(max = 320) String email,
        Instant activateDateTime,
        Instant validateDateTime,
        Instant rejectDateTime,
        Instant endDateTime,
        @NotNull @Size(max = 20) String status,
        @Size(max = 1000) String rejectionReason,
        @NotNull @Valid LocalAdministratorJson localAdministrator) {

    /** Who administers it. */
    public record LocalAdministratorJson(
            @NotNull @Size(max = 320) String email) {}

    public SubscriptionDetails toDetails() {
        return new SubscriptionDetails(
                datapassId,
                accessMode,
                NotificationFrequency.ofLabel(notificationFrequency)
                        .orElseThrow(() -> new InvalidRequest("notificationFrequency is not one of the list")),
                email,
                SubscriptionStatus.ofLabel(status)
                        .orElseThrow(() -> new InvalidRequest("status is not one of the list")),
                activateDateTime,
                validateDateTime,
                rejectDateTime,
                endDateTime,
                rejectionReason,
                localAdministrator.email());
    }
}
