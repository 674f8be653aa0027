/**
 * The lifetime of data: purge, archiving and deletion, with their certificates; the check of the store; and merges of communes.
 *
 * <p>Start with {@link fr.hubee.lifetime.retention.PurgePlan}, {@link fr.hubee.lifetime.merge.MergeService} and
 * {@link fr.hubee.lifetime.store.StoreReadingService}. It calls every room below, {@code desk} too.
 */
package fr.hubee.lifetime;
