package fr.hubee.directory.subscription;

import java.util.UUID;

/** A subscription as it was committed. */
public record KnownSubscription(UUID id, SubscriptionDetails details) {}
