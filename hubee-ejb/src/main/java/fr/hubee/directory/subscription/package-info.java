/**
 * Subscriptions: which organisation receives which démarche, and how; the lists and pages of the portal, and transfers in a merger of
 * organisations.
 *
 * <p>Start with {@link fr.hubee.directory.subscription.Subscription}. There are more than twenty classes because the API and
 * people change the same aggregate in two ways, and lists name its parties.
 */
package fr.hubee.directory.subscription;
