/**
 * Folders and their cases: what a transmitter (OSL) sends, and what an instructing service (SI) does with it.
 *
 * <p>Start with {@link fr.hubee.folder.Case}. Whatever happens here is told to the rest of the house by
 * {@link fr.hubee.folder.FolderEvent}; this package does not know who listens.
 */
package fr.hubee.folder;
