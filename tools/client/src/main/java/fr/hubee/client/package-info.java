/**
 * Helps the software of a partner to call a hub. Start with {@link fr.hubee.client.Hub}.
 *
 * <p>The operations and their objects are generated from the contracts (packages {@code teledossiers}, {@code referential}
 * and {@code feed}); here is what a contract does not write for you: tokens, patience, files, the feed, webhooks. The package
 * {@code connector} shows a connector of an instructing service and one of an operator.
 */
package fr.hubee.client;
