package fr.hubee.kernel.trace;

import java.util.concurrent.atomic.AtomicLong;

/** Limits the spans of one kind in a trace: work of the night may repeat the same operation a hundred thousand times. */
final class Allowance {
    private final long most;
    private final AtomicLong wanted = new AtomicLong();

    Allowance(long most) {
        this.most = most;
    }

    boolean take() {
        return wanted.incrementAndGet() <= most;
    }

    long refused() {
        return Math.max(0, wanted.get() - most);
    }
}
