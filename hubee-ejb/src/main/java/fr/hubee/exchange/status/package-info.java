/**
 * The statuses of a folder, a case, an event and a file, and which party may set each.
 *
 * <p>Start with {@link fr.hubee.exchange.status.CaseStatus}; no entity is used here.
 */
package fr.hubee.exchange.status;
