/**
 * Two communes become one: what the one has goes to the other, all of it or nothing.
 *
 * <p>Each feature hands over what is its own; {@link fr.hubee.merge.MergeService} says in which order.
 */
package fr.hubee.merge;
