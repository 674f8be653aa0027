/**
 * Tells administrations by mail what arrived for them, at the rhythm that each subscription chose: at once, or in a digest
 * that says how much, and nothing more (specification §3.6, §6.7).
 *
 * <p>Start with {@link fr.hubee.digest.CaseMails}, which hears what happens, and {@link fr.hubee.digest.DigestService}.
 */
package fr.hubee.digest;
