/**
 * Retention: files are purged, then cases archived, then folders deleted, each by the rules of its démarche, and certified.
 *
 * <p>Start with {@link fr.hubee.lifetime.retention.PurgePlan}: what is due on a day. The other classes find what is due in the
 * database, page by page, and process it so that the next run completes any interrupted work.
 */
package fr.hubee.lifetime.retention;
