package fr.hubee.kernel.trace;

import java.util.concurrent.atomic.AtomicLong;

/** How many spans of one kind a trace may have: work of the night may be a hundred thousand times the same. */
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
