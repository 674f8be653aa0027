package fr.hubee.directory.subscription;

import fr.hubee.kernel.shared.OrganizationKey;
import java.util.UUID;

/** An event of a subscription; observed in the same transaction. */
public sealed interface SubscriptionEvent {
    UUID subscriptionId();

    /**
     * It was requested and not refused, or accepted after a refusal.
     *
     * @param localAdministrator as described in the request
     */
    record Requested(
            UUID subscriptionId,
            String processCode,
            OrganizationKey subscriber,
            Contact localAdministrator,
            SubscriptionStatus status)
            implements SubscriptionEvent {}

    /** Its day of activation has come: folders arrive from now on. */
    record Started(UUID subscriptionId) implements SubscriptionEvent {}
}
