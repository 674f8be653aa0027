/**
 * Where the bytes of attachments are kept.
 *
 * <p>Bytes are streamed into a {@link fr.hubee.storage.BlobDraft}, checked, then kept under a fresh opaque key; only
 * then is the row that names the key committed. What a crash leaves in between belongs to nobody and is swept.
 */
package fr.hubee.storage;
