/**
 * Subscriptions with the names of their parties: lists, pages, and transfers in a merger of organisations.
 *
 * <p>Start with {@link fr.hubee.subscription.overview.SubscriptionOverviewService}.
 */
package fr.hubee.subscription.overview;
