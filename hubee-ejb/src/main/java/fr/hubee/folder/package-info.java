/**
 * Folders and their cases: what a transmitter (OSL) sends, and what an instructing service (SI) does with it.
 *
 * <p>Start with {@link fr.hubee.folder.Case}. Whatever happens here is told by {@link fr.hubee.folder.FolderEvent}; this package
 * does not know who listens. Other features come in by {@link fr.hubee.folder.CaseLookup}, {@link fr.hubee.folder.CaseRecorder} and
 * {@link fr.hubee.folder.AttachmentRecorder}.
 *
 * <p>It is large because a folder, its cases, their events and their files change together: the methods that change them are
 * hidden in this package, so that nobody else can call them.
 */
package fr.hubee.folder;
