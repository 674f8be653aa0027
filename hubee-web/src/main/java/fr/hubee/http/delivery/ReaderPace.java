package fr.hubee.http.delivery;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The minimum rate of a reader, while something is there to be read: a kilobyte a second over 30 seconds, and never 30 seconds without a byte. */
final class ReaderPace {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final long LEAST = 30 * 1024;

    private final LongSupplier nanos;
    private long start;
    private long last;
    private long taken;

    /** @param nanos a monotonic clock with any origin */
    ReaderPace(LongSupplier nanos) {
        this.nanos = nanos;
        begin();
    }

    /** From now on something is there to be read. */
    void begin() {
        start = nanos.getAsLong();
        last = start;
        taken = 0;
    }

    void took(long count) {
        if (count > 0) {
            taken += count;
            last = nanos.getAsLong();
        }
    }

    boolean isTooSlow() {
        long now = nanos.getAsLong();
        if (now - last >= PATIENCE) {
            return true;
        }
        if (now - start < PATIENCE) {
            return false;
        }
        boolean slow = taken < LEAST;
        start = now;
        taken = 0;
        return slow;
    }
}
