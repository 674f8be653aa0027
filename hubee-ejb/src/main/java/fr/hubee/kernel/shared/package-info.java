/** Classes for every feature: refusals, keys, identifiers, the clock, safe texts, CSV. It depends on no feature. */
package fr.hubee.kernel.shared;
