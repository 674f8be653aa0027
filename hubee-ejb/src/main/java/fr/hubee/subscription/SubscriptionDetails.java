package fr.hubee.subscription;

import java.time.Instant;

/** What is known of a subscription beyond its démarche and its subscriber (specification §2.4). */
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
        String localAdministrator) {}
