/**
 * Merges two communes: everything of one moves to the other, all or nothing.
 *
 * <p>Each feature moves its own data; {@link fr.hubee.merge.MergeService} defines the order.
 */
package fr.hubee.merge;
