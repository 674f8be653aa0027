/**
 * Folders and their cases: what a transmitter (OSL) sends, and what an instructing service (SI) does with it.
 *
 * <p>Start with {@link fr.hubee.exchange.folder.Case}. Each change fires a {@link fr.hubee.exchange.folder.FolderEvent}; this package
 * does not know the observers. Other features use {@link fr.hubee.exchange.folder.CaseLookup},
 * {@link fr.hubee.exchange.folder.CaseRecorder} and {@link fr.hubee.exchange.folder.AttachmentRecorder}.
 *
 * <p>It is large because a folder, its cases, their events and their files change together: the methods that change
 * them are package-private, so that no other feature can call them.
 */
package fr.hubee.exchange.folder;
