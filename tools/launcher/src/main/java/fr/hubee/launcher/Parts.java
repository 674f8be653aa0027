package fr.hubee.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Stops the started parts in reverse order, even when the stop comes during the start. */
public final class Parts {
    private final Deque<Closeable> started = new ArrayDeque<>();
    private boolean stopped;

    /** The start of a part. */
    public interface Start<T> {
        T start() throws IOException, SQLException, InterruptedException;
    }

    /** Starts a part. If a stop has begun, blocks the caller until the process ends. */
    public synchronized <T extends Closeable> T start(Start<T> part)
            throws IOException, SQLException, InterruptedException {
        while (stopped) {
            wait();
        }
        var running = part.start();
        started.push(running);
        return running;
    }

    public synchronized void stop() {
        stopped = true;
        while (!started.isEmpty()) {
            var part = started.pop();
            try {
                part.close();
            } catch (IOException | RuntimeException failure) { // the others must be stopped anyway
                System.err.println("Could not stop " + part.getClass().getSimpleName() + ": " + failure.getMessage());
            }
        }
    }
}
