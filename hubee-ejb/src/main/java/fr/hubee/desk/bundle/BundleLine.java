package fr.hubee.desk.bundle;

import java.time.Instant;
import java.util.UUID;

/**
 * A bundle as its owner sees it.
 *
 * @param size of its files, in bytes
 * @param read how many of these bytes have been read
 * @param zipSize null until it is ready
 * @param reason why it failed
 * @param begun how many of its cases will change to « in progress » when it is downloaded
 */
public record BundleLine(
        UUID id,
        String fileName,
        int cases,
        int files,
        long size,
        BundleState state,
        long read,
        Long zipSize,
        Instant askedAt,
        Instant keptUntil,
        String reason,
        long begun) {

    public boolean isAwaited() {
        return state == BundleState.WAITING || state == BundleState.MAKING;
    }

    public boolean isReady() {
        return state == BundleState.READY;
    }

    /** Returns a number from 0 to 100. */
    public int percent() {
        return size == 0 ? 0 : (int) Math.min(100, 100 * read / size);
    }
}
