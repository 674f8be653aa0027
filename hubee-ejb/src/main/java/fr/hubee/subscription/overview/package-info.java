/**
 * Subscriptions with the names of all that they name: what people list and read, and what a merger of organisations hands over.
 *
 * <p>Start with {@link fr.hubee.subscription.overview.SubscriptionOverviewService}.
 */
package fr.hubee.subscription.overview;
