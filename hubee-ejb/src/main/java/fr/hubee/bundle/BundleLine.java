package fr.hubee.bundle;

import java.time.Instant;
import java.util.UUID;

/**
 * A bundle as its person sees it.
 *
 * @param size of the files in it
 * @param read how much of that has been read
 * @param zipSize null until it is ready
 * @param reason why it failed
 * @param begun how many of its cases begin once it is downloaded
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

    /** Of a hundred. */
    public int percent() {
        return size == 0 ? 0 : (int) Math.min(100, 100 * read / size);
    }
}
