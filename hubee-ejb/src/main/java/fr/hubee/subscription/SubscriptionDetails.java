package fr.hubee.subscription;

import fr.hubee.shared.OrganizationKey;
import java.time.Instant;

/**
 * What is known of a subscription beyond its démarche and its subscriber (specification §2.4).
 *
 * @param status null in a request that leaves it to the hub
 * @param delegationEmail of the person who acts for the subscriber, if there is one
 * @param editor whose software acts for the subscriber, if there is one
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
        OrganizationKey editor) {}
