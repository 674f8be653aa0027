package fr.hubee.directory.subscription;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import java.util.UUID;

/** An event of a subscription; observed in the same transaction. */
public sealed interface SubscriptionEvent {
    UUID subscriptionId();

    /** Fired when it was requested and not refused, or accepted after a refusal. */
    record Requested(
            UUID subscriptionId,
            String processCode,
            OrganizationKey subscriber,
            Contact localAdministrator,
            SubscriptionStatus status)
            implements SubscriptionEvent {}

    /** Fired when another editor's software acts for the subscriber from now on, or its own does again. */
    record EditorChanged(UUID subscriptionId, Caller caller) implements SubscriptionEvent {}

    /** Fired when its day of activation has come: folders arrive from now on. */
    record Started(UUID subscriptionId) implements SubscriptionEvent {}
}
