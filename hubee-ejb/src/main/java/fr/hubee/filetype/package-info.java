/**
 * What bytes are, told by their beginning and by the endings of their names.
 *
 * <p>Start with {@link fr.hubee.filetype.ContentCheck}.
 */
package fr.hubee.filetype;
