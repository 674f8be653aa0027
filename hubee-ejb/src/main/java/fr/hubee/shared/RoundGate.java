package fr.hubee.shared;

import java.util.concurrent.atomic.AtomicInteger;

/** Lets so many rounds run at a time: whoever asks while all of them run is content with one more afterwards. */
public final class RoundGate {
    private final int most;

    /** The rounds that run, and one more when that was asked for while all of them did. */
    private final AtomicInteger wanted = new AtomicInteger();

    public RoundGate(int most) {
        this.most = most;
    }

    /** @return whether who asks has to start it */
    public boolean ask() {
        return wanted.getAndUpdate(before -> Math.min(before + 1, most + 1)) < most;
    }

    /** @return whether one more was asked for meanwhile: who ran runs it */
    public boolean ended() {
        return wanted.getAndDecrement() > most;
    }

    /** The round could not be started. */
    public void open() {
        wanted.updateAndGet(before -> Math.min(before, most) - 1);
    }
}
