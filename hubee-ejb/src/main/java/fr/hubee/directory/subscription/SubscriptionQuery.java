package fr.hubee.directory.subscription;

import java.util.Set;

/**
 * Search criteria for subscriptions; null or empty matches anything.
 *
 * @param delegationActorEmail of the person who acts for the subscriber
 */
public record SubscriptionQuery(
        Set<String> processCodes,
        SubscriptionStatus status,
        String companyRegister,
        Long datapassId,
        String delegationActorEmail,
        SubscriptionOrder order,
        int offset,
        int maxResult) {}
