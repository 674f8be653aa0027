/**
 * Subscriptions: which organisation receives which démarche, and how.
 *
 * <p>Start with {@link fr.hubee.directory.subscription.Subscription}. There are more than twenty classes because the API and
 * people change the same aggregate in two ways; read-only views are in {@code overview}.
 */
package fr.hubee.directory.subscription;
