/**
 * Detects file types by content and by file extension.
 *
 * <p>Start with {@link fr.hubee.filetype.ContentCheck}.
 */
package fr.hubee.filetype;
