package fr.hubee.files.scan;

import java.io.IOException;
import java.time.Duration;

/**
 * Limits the total time for which a scan may block its caller: for a place, for the connection, for sending, and for the verdict. Not for
 * concurrent use.
 */
public final class ScanTime {
    /** Time limit of the scans in one request, whatever its size: the other files are scanned from the store. */
    private static final Duration OF_A_REQUEST = Duration.ofSeconds(20);

    /** Time limit for the scan of a file; {@code clamd} itself stops after two minutes ({@code MaxScanTime}), and reports it. */
    private static final Duration TO_SCAN = Duration.ofSeconds(150);

    /** Bytes per second of the slowest scanner that still works. */
    private static final long SLOWEST = 4_000_000;

    private long left;

    ScanTime(Duration all) {
        left = all.toNanos();
    }

    /** Returns the time for all files of one request. */
    public static ScanTime ofRequest() {
        return new ScanTime(OF_A_REQUEST);
    }

    /** Returns the time for a file of the store, for which no request waits. */
    public static ScanTime ofStored(long size) {
        return new ScanTime(TO_SCAN.plusSeconds(size / SLOWEST));
    }

    /** An action that waits no longer than the limit; without any time left, it takes only what is already there. */
    @FunctionalInterface
    interface Waiting<T> {
        T within(Duration limit) throws IOException;
    }

    <T> T spend(Duration most, Waiting<T> waiting) throws IOException {
        long since = System.nanoTime();
        try {
            return waiting.within(Duration.ofNanos(Math.max(0, Math.min(left, most.toNanos()))));
        } finally {
            left -= System.nanoTime() - since;
        }
    }

    <T> T spend(Waiting<T> waiting) throws IOException {
        return spend(Duration.ofNanos(Math.max(0, left)), waiting);
    }
}
