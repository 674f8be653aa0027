package fr.hubee.subscription;

import java.util.Set;

/**
 * Which subscriptions are wanted; null, or empty, where it does not matter.
 *
 * @param delegationActorEmail of the person who acts for the subscriber
 * @param maxResult how many, at most
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
