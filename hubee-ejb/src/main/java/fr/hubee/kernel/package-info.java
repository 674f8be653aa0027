/**
 * The kernel, for every feature: refusals, identifiers, the clock, short transactions, the caller, settings, traces, and messages between
 * nodes.
 *
 * <p>Start with {@link fr.hubee.kernel.security.Caller}, {@link fr.hubee.kernel.shared.HubeeException} and
 * {@link fr.hubee.kernel.database.Transactions}. It calls no other room.
 */
package fr.hubee.kernel;
