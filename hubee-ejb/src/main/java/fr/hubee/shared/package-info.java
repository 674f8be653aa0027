/**
 * What every feature stands on: the refusals, the identifiers, the clock, short transactions, texts that are safe to show. Depends on
 * no feature.
 *
 * <p>More than twenty classes, because each refusal and each kind of value is a small one of its own.
 */
package fr.hubee.shared;
