/**
 * The stored files are read again, round after round, and those that are damaged are told.
 *
 * <p>Start with {@link fr.hubee.retention.reading.StoreReadingService}.
 */
package fr.hubee.retention.reading;
