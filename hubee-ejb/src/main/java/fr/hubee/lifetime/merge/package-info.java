/**
 * Merges two communes: everything of one moves to the other, all or nothing; and undoes it, for thirty days.
 *
 * <p>Each feature moves its own data, and records what it moved; {@link fr.hubee.lifetime.merge.MergeService} and
 * {@link fr.hubee.lifetime.merge.MergeUndoService} define the order.
 */
package fr.hubee.lifetime.merge;
