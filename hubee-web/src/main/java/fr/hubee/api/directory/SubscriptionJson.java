package fr.hubee.api.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import fr.hubee.api.http.EmailForm;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.RegisteredSubscription;
import fr.hubee.directory.subscription.SubscriptionDetails;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.kernel.shared.InvalidRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/** A subscription (specification §2.4). */
public record SubscriptionJson(
        @JsonProperty(access = Access.READ_ONLY) UUID id,
        @NotNull Long datapassId,
        @NotNull @Size(max = 30) String processCode,
        @NotNull @Valid SubscriberJson subscriber,
        AccessMode accessMode,
        @NotNull @Size(max = 20) String notificationFrequency,
        @Size(max = 320) @EmailForm String email,
        Instant activateDateTime,
        Instant validateDateTime,
        Instant rejectDateTime,
        Instant endDateTime,
        @JsonProperty(access = Access.READ_ONLY) Instant updateDateTime,
        @JsonProperty(access = Access.READ_ONLY) Instant creationDateTime,
        @Size(max = 20) String status,
        @Size(max = 1000) String rejectionReason,
        @NotNull @Valid LocalAdministratorJson localAdministrator,
        @Valid DelegationActorJson delegationActor) {

    /** Returns the answer to a creation, with the complete administrator. */
    static SubscriptionJson created(RegisteredSubscription subscription) {
        var administrator = subscription.details().localAdministrator();
        return of(subscription, LocalAdministratorJson.whole(administrator));
    }

    static SubscriptionJson from(RegisteredSubscription subscription) {
        var administrator = subscription.details().localAdministrator();
        return of(subscription, LocalAdministratorJson.address(administrator));
    }

    private static SubscriptionJson of(RegisteredSubscription subscription, LocalAdministratorJson administrator) {
        var details = subscription.details();
        return new SubscriptionJson(
                subscription.id(),
                details.datapassId(),
                subscription.processCode(),
                SubscriberJson.from(subscription.subscriber(), subscription.subscriberName()),
                details.accessMode(),
                details.notificationFrequency().label(),
                details.email(),
                details.activatedAt(),
                details.validatedAt(),
                details.rejectedAt(),
                details.endedAt(),
                subscription.updatedAt(),
                subscription.createdAt(),
                details.status().label(),
                details.rejectionReason(),
                administrator,
                DelegationActorJson.from(details));
    }

    public SubscriptionDetails toDetails() {
        var delegation = delegationActor == null ? DelegationActorJson.NOBODY : delegationActor;
        return new SubscriptionDetails(
                datapassId,
                accessMode,
                NotificationFrequency.ofLabel(notificationFrequency)
                        .orElseThrow(() -> new InvalidRequest("notificationFrequency is not one of the list")),
                EmailForm.Kept.orNull(email),
                status == null ? null : toStatus(),
                activateDateTime,
                validateDateTime,
                rejectDateTime,
                endDateTime,
                rejectionReason,
                localAdministrator.toContact(),
                delegation.email(),
                delegation.toEditor());
    }

    private SubscriptionStatus toStatus() {
        return SubscriptionStatus.ofLabel(status)
                .orElseThrow(() -> new InvalidRequest("status is not one of the list"));
    }
}
