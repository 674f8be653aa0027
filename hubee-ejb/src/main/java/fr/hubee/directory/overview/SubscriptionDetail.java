package fr.hubee.directory.overview;

import fr.hubee.directory.subscription.SubscriptionDetails;
import fr.hubee.directory.subscription.SubscriptionRights;

/**
 * A subscription as its page shows it.
 *
 * @param line contains the version to send back with a change
 * @param rights of the person who views it
 */
public record SubscriptionDetail(SubscriptionLine line, SubscriptionDetails details, SubscriptionRights rights) {}
