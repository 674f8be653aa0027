/**
 * Which organisation receives which démarche, and how.
 *
 * <p>Start with {@link fr.hubee.subscription.Subscription}. More than twenty classes, because the API and people change the same
 * aggregate in two ways, each with its own words; what is only read is in {@code overview}.
 */
package fr.hubee.subscription;
