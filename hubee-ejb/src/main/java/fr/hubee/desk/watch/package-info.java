/**
 * What is to be done and what nobody does: « À faire », the watchdog of télédossiers that nobody opened and of software that has become silent
 * (ADR 37).
 *
 * <p>Start with {@link fr.hubee.desk.watch.AlertService}, which mails it, and {@link fr.hubee.desk.watch.UnopenedService}, which lists it.
 */
package fr.hubee.desk.watch;
