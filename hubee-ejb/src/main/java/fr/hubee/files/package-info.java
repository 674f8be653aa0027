/**
 * The bytes of files: where they are stored, how they are encrypted, and how they are scanned.
 *
 * <p>Start with {@link fr.hubee.files.storage.BlobStore}, {@link fr.hubee.files.encryption.DataKeyStore} and {@code files.scan.Antivirus}. It
 * calls {@code kernel} only.
 */
package fr.hubee.files;
