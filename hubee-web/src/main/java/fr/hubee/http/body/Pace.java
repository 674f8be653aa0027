package fr.hubee.http.body;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The minimum rate of a sender: 20 seconds, plus one for each kilobyte received. */
public final class Pace {
    private static final long TIMEOUT = TimeUnit.SECONDS.toNanos(20);

    private static final long FOR_A_BYTE = TimeUnit.SECONDS.toNanos(1) / 1024;

    private final LongSupplier nanos;
    private final long start;

    public Pace() {
        this(System::nanoTime);
    }

    /** @param nanos a monotonic clock with any origin */
    public Pace(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** @return nanoseconds left for a sender of that many bytes; negative when it is too slow */
    long left(long count) {
        return TIMEOUT + FOR_A_BYTE * count - (nanos.getAsLong() - start);
    }

    public boolean isTooSlow(long count) {
        return left(count) < 0;
    }
}
