/**
 * The référentiel: organisations, démarches, and the subscriptions of organisations to démarches.
 *
 * <p>Start with {@link fr.hubee.directory.process.Process}, {@link fr.hubee.directory.organization.Organization} and
 * {@link fr.hubee.directory.subscription.Subscription}. It calls {@code kernel} and {@code journal}.
 */
package fr.hubee.directory;
