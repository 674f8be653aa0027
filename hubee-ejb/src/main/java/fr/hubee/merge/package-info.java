/**
 * Merges two communes: everything of one moves to the other, all or nothing; and undoes it, for thirty days.
 *
 * <p>Each feature moves its own data, and remembers what it moved; {@link fr.hubee.merge.MergeService} and {@link
 * fr.hubee.merge.MergeUndoService} define the order.
 */
package fr.hubee.merge;
