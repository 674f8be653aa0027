package fr.hubee.shared;

import java.util.concurrent.atomic.AtomicInteger;

/** Limits the number of concurrent rounds. Requests made while all are running lead to one more round afterwards. */
public final class RoundGate {
    private final int most;

    /** The number of running rounds, plus one if another round was requested while all were running. */
    private final AtomicInteger wanted = new AtomicInteger();

    public RoundGate(int most) {
        this.most = most;
    }

    /** @return whether the caller must start a round */
    public boolean ask() {
        return wanted.getAndUpdate(before -> Math.min(before + 1, most + 1)) < most;
    }

    /** @return whether another round was requested meanwhile: the same thread must run it */
    public boolean ended() {
        return wanted.getAndDecrement() > most;
    }

    /** The round could not be started. */
    public void open() {
        wanted.updateAndGet(before -> Math.min(before, most) - 1);
    }
}
