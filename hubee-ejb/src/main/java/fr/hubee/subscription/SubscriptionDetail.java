package fr.hubee.subscription;

/**
 * A subscription as its page shows it.
 *
 * @param line has the version that a change of what is shown must name
 * @param rights of the person who looks at it
 */
public record SubscriptionDetail(SubscriptionLine line, SubscriptionDetails details, SubscriptionRights rights) {}
