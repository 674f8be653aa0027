/**
 * Seals the journal: gives its entries numbers in a tree, signs the root of the tree every minute, and proves entries from that.
 * {@code docs/journal-proofs.md} describes it for other implementations.
 */
package fr.hubee.journal.seal;
