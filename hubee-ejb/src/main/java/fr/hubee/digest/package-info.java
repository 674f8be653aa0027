/**
 * Notifies administrations by mail of arrivals, at the frequency set in each subscription: at once, or in a digest with
 * numbers only (specification §3.6, §6.7).
 *
 * <p>Start with {@link fr.hubee.digest.CaseMails}, which observes the events, and
 * {@link fr.hubee.digest.DigestService}.
 */
package fr.hubee.digest;
