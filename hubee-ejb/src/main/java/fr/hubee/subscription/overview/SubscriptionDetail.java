package fr.hubee.subscription.overview;

import fr.hubee.subscription.SubscriptionDetails;
import fr.hubee.subscription.SubscriptionRights;

/**
 * A subscription as its page shows it.
 *
 * @param line has the version that a change of what is shown must name
 * @param rights of the person who looks at it
 */
public record SubscriptionDetail(SubscriptionLine line, SubscriptionDetails details, SubscriptionRights rights) {}
