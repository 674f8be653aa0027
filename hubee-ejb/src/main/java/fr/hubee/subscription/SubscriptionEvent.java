package fr.hubee.subscription;

import fr.hubee.shared.OrganizationKey;
import java.util.UUID;

/** What has just happened to a subscription; heard in the same transaction. */
public sealed interface SubscriptionEvent {
    UUID subscriptionId();

    /**
     * It was asked for and not refused, or it is accepted after all.
     *
     * @param localAdministrator as the request describes her
     */
    record Requested(
            UUID subscriptionId,
            String processCode,
            OrganizationKey subscriber,
            Contact localAdministrator,
            SubscriptionStatus status)
            implements SubscriptionEvent {}

    /** The day of its activation has come: its folders do from now on. */
    record Started(UUID subscriptionId) implements SubscriptionEvent {}
}
