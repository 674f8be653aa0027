/**
 * Work that waits: « À faire », and alerts about télédossiers that nobody opened and about software that has become silent (ADR 37).
 *
 * <p>Start with {@link fr.hubee.desk.watch.AlertService}, which sends the mails, and {@link fr.hubee.desk.watch.UnopenedService}, which
 * lists them.
 */
package fr.hubee.desk.watch;
