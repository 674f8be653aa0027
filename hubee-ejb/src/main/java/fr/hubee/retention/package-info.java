/**
 * How long things are kept: files are purged, then cases archived, then folders deleted, each when its démarche says so.
 *
 * <p>Start with {@link fr.hubee.retention.PurgePlan}: what is due on a day. Everything else finds what is due in the database,
 * a page after the other, and does it so that whatever breaks in the middle is finished by the next run.
 */
package fr.hubee.retention;
