/**
 * Storage of the bytes of attachments.
 *
 * <p>Bytes are streamed into a {@link fr.hubee.files.storage.BlobDraft}, verified, then kept under a new opaque key; the row
 * with the key is committed last. Blobs left by a crash in between have no row, and are deleted later.
 */
package fr.hubee.files.storage;
