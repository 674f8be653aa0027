package fr.hubee.mail;

import java.util.concurrent.atomic.AtomicInteger;

/** Lets one round run at a time: whoever asks while it runs is content with one more afterwards. */
final class RoundGate {
    private static final int ONE_MORE = 2;

    private final AtomicInteger wanted = new AtomicInteger();

    /** @return whether who asks has to start it */
    boolean ask() {
        return wanted.getAndUpdate(before -> Math.min(before + 1, ONE_MORE)) == 0;
    }

    /** @return whether one more was asked for meanwhile: who ran runs it */
    boolean ended() {
        return wanted.decrementAndGet() > 0;
    }

    /** The round could not be started. */
    void open() {
        wanted.set(0);
    }
}
