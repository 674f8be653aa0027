package fr.hubee.files.storage;

import java.util.List;

/** Fired in the transaction that deletes the last rows with these keys; the blobs are deleted after the commit. */
public record BlobsReleased(List<BlobKey> keys) {}
