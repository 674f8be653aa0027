package fr.hubee.http.body;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How slow a sender may be: anybody may take 20 seconds, and one more for each kilobyte that has come. */
public final class Pace {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private static final long FOR_A_BYTE = TimeUnit.SECONDS.toNanos(1) / 1024;

    private final LongSupplier nanos;
    private final long start;

    public Pace() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that may begin anywhere */
    public Pace(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** @return nanoseconds that a sender of so many bytes may still take; less than nothing when it is too slow */
    long left(long count) {
        return PATIENCE + FOR_A_BYTE * count - (nanos.getAsLong() - start);
    }

    public boolean isTooSlow(long count) {
        return left(count) < 0;
    }
}
