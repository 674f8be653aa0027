package fr.hubee.directory.subscription;

import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
import java.util.UUID;

/** A subscription as registered, with its subscriber's name. */
public record RegisteredSubscription(
        UUID id,
        String processCode,
        OrganizationKey subscriber,
        String subscriberName,
        SubscriptionDetails details,
        Instant createdAt,
        Instant updatedAt) {}
