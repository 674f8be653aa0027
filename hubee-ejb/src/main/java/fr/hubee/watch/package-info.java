/**
 * The watchdog: télédossiers that nobody opened, and software that has become silent (ADR 0248).
 *
 * <p>Start with {@link fr.hubee.watch.AlertService}, which tells of them, and {@link fr.hubee.watch.UnopenedService},
 * which lists them.
 */
package fr.hubee.watch;
