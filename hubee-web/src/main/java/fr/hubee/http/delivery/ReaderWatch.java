package fr.hubee.http.delivery;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.xnio.XnioExecutor;

/** Checks from time to time whether a reader is too slow. Used by one thread alone. */
final class ReaderWatch {
    private static final int BETWEEN_CHECKS = 3;

    private final ReaderPace pace;
    private final WriterChannel channel;
    private final Runnable tooSlow;
    private XnioExecutor.Key next;
    private boolean idle;
    private boolean over;

    /**
     * @param seconds over which the pace of the reader is measured
     * @param tooSlow runs on the thread of the channel
     */
    ReaderWatch(WriterChannel channel, int seconds, Runnable tooSlow) {
        this.pace = new ReaderPace(System::nanoTime, seconds);
        this.channel = channel;
        this.tooSlow = tooSlow;
    }

    void check() {
        if (over) {
            return;
        }
        if (!idle && pace.isTooSlow()) {
            tooSlow.run();
        } else {
            next = channel.after(BETWEEN_CHECKS, this::check);
        }
    }

    void took(long count) {
        pace.took(count);
    }

    /** Starts the check: bytes are available. */
    void awaken() {
        if (idle) {
            idle = false;
            pace.begin();
        }
    }

    /** Stops the check: the reader has all available bytes. */
    void rest() {
        idle = true;
    }

    boolean isAtRest() {
        return idle;
    }

    void end() {
        over = true;
        if (next != null) {
            next.remove();
        }
    }

    /** The minimum rate of a reader, while bytes are available: a kilobyte a second over a time, and never as long without a byte. */
    static final class ReaderPace {
        static final int SECONDS = 30;

        /**
         * Seconds for a proxy: it takes a part of an answer at once, and nothing more until its own reader has read most of it. It has its own
         * limit.
         */
        static final int SECONDS_OF_PROXY = 120;

        private final LongSupplier nanos;
        private final long timeout;
        private final long least;
        private long start;
        private long last;
        private long taken;

        /**
         * @param nanos a monotonic clock with any origin
         * @param seconds the time over which it is measured
         */
        ReaderPace(LongSupplier nanos, int seconds) {
            this.nanos = nanos;
            this.timeout = TimeUnit.SECONDS.toNanos(seconds);
            this.least = seconds * 1024L;
            begin();
        }

        /** Starts the measurement: bytes are available. */
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
            if (now - last >= timeout) {
                return true;
            }
            if (now - start < timeout) {
                return false;
            }
            boolean slow = taken < least;
            start = now;
            taken = 0;
            return slow;
        }
    }
}
