/**
 * Files are encrypted with a data key of their télédossier, and data keys with a master key that is neither in the
 * database nor in the store: where a data key is deleted, no copy of its files can be read any more, not even one in a
 * backup. Start with {@link fr.hubee.files.encryption.DataKeyStore}; the formats are in {@code docs/security.md}.
 */
package fr.hubee.files.encryption;
