package fr.hubee.storage;

/**
 * Bytes that are kept, durably.
 *
 * @param sha256 in base64, as the contract's {@code digest} header has it
 */
public record StoredBlob(BlobKey key, long size, String sha256) {}
