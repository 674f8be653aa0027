package fr.hubee.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What has been started, to be stopped in the reverse order, even when the order to stop comes in the middle of the start. */
public final class Parts {
    private final Deque<Closeable> started = new ArrayDeque<>();
    private boolean stopped;

    /** How a part is started. */
    public interface Start<T> {
        T start() throws IOException, SQLException;
    }

    /** Starts one more, unless all are being stopped already: then the caller is held until the process ends. */
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
            } catch (IOException | RuntimeException e) { // the others must be stopped all the same
                System.err.println("Could not stop " + part.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
    }
}
