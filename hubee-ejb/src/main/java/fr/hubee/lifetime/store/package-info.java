/**
 * A periodic check of the stored files, in rounds, which reports damaged ones; and the move of all files to another store.
 *
 * <p>Start with {@link fr.hubee.lifetime.store.StoreReadingService}.
 */
package fr.hubee.lifetime.store;
