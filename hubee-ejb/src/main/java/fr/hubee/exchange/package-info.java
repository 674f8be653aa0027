/**
 * The exchange itself: télédossiers, their events and files, the queues that partners read, and what proves them.
 *
 * <p>Start with {@link fr.hubee.exchange.folder.Case}, {@link fr.hubee.exchange.notification.NotificationFeedService} and
 * {@link fr.hubee.exchange.receipt.ReceiptService}. It calls {@code kernel}, {@code journal}, {@code files}, {@code directory} and
 * {@code clients}.
 */
package fr.hubee.exchange;
