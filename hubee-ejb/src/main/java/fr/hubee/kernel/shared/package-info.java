/**
 * Classes for every feature: exceptions, identifiers, the clock, short transactions, safe texts. It depends on no feature.
 *
 * <p>There are more than twenty classes because each exception and each kind of value is a small class.
 */
package fr.hubee.kernel.shared;
