package fr.hubee.storage;

import java.util.List;

/** Fired in the transaction that removes the last rows naming these keys; the bytes go once it has committed. */
public record BlobsReleased(List<BlobKey> keys) {}
