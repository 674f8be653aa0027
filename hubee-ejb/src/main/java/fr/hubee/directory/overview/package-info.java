/**
 * Subscriptions with the names of their parties: lists, pages, and transfers in a merger of organisations.
 *
 * <p>Start with {@link fr.hubee.directory.overview.SubscriptionOverviewService}.
 */
package fr.hubee.directory.overview;
