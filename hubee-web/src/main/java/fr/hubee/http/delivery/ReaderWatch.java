package fr.hubee.http.delivery;

import org.xnio.XnioExecutor;

/** Checks from time to time whether a reader is too slow. Used by one thread alone. */
final class ReaderWatch {
    private static final int BETWEEN_LOOKS = 3;

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

    void look() {
        if (over) {
            return;
        }
        if (!idle && pace.isTooSlow()) {
            tooSlow.run();
        } else {
            next = channel.after(BETWEEN_LOOKS, this::look);
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
}
