/**
 * What every room needs: refusals, identifiers, the clock, short transactions, the caller, settings, traces, and what one node tells the others.
 *
 * <p>Start with {@link fr.hubee.kernel.security.Caller}, {@link fr.hubee.kernel.shared.HubeeException} and {@link fr.hubee.kernel.shared.Transactions}. It calls no other room.
 */
package fr.hubee.kernel;
