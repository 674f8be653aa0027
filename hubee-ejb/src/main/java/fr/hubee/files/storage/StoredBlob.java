package fr.hubee.files.storage;

/**
 * Durably stored bytes.
 *
 * @param sha256 in base64, as in the contract's {@code digest} header
 */
public record StoredBlob(BlobKey key, long size, String sha256) {}
