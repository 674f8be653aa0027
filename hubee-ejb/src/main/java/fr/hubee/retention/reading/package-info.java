/**
 * A periodic check of the stored files, in rounds; damaged files are reported.
 *
 * <p>Start with {@link fr.hubee.retention.reading.StoreReadingService}.
 */
package fr.hubee.retention.reading;
