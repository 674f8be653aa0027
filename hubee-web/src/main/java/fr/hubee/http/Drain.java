package fr.hubee.http;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The draining of this node. The script {@code hubee} requests it with the file {@code wanted}; the node answers with {@code seen}, and
 * with {@code done} when the proxy has had time to notice, and the requests that ran at that moment have ended; those that wait or stream are
 * ended then. Later requests come from clients that do not check the node's state: the node does not wait for them.
 */
final class Drain {
    private static final System.Logger LOG = System.getLogger(Drain.class.getName());

    private static final String WANTED = "wanted";
    private static final String SEEN = "seen";
    private static final String DONE = "done";

    private final Path folder;
    private final Duration notice;
    private final RunningRequests requests;
    private final LongSupplier nanos;

    private volatile boolean on;
    private long since;

    /** Requests that ran at the end of the notice; null before. */
    private Set<Object> awaited;

    private boolean done;

    /** @param nanos a monotonic clock with any origin */
    Drain(Path folder, Duration notice, RunningRequests requests, LongSupplier nanos) {
        this.folder = folder;
        this.notice = notice;
        this.requests = requests;
        this.nanos = nanos;
    }

    /** Ends the drain of an earlier start. */
    void open() throws IOException {
        Files.createDirectories(folder);
        forget(WANTED, SEEN, DONE);
    }

    /** Deletes the folder: a later request for a drain is answered that nothing runs here. */
    void close() throws IOException {
        forget(WANTED, SEEN, DONE);
        Files.deleteIfExists(folder);
    }

    boolean isOn() {
        return on;
    }

    /** Checks the files; to be called several times a second, by one thread at a time. */
    void check() {
        requests.forgetLost();
        try {
            boolean wanted = Files.exists(folder.resolve(WANTED));
            if (wanted && !on) {
                begin();
            } else if (!wanted && on) {
                end();
            }
            if (on && !done && isOver()) {
                tell(DONE);
                done = true;
                LOG.log(Level.INFO, "Drained: the requests that ran have ended, this node may stop");
            }
        } catch (IOException failure) { // tried again at the next check
            LOG.log(Level.WARNING, "A drain cannot be answered: {0}", failure.toString());
        }
    }

    private void begin() throws IOException {
        on = true;
        since = nanos.getAsLong();
        awaited = null;
        done = false;
        LOG.log(Level.INFO, "Draining: /sante says no, and the proxy should send nothing more");
        tell(SEEN);
    }

    private void end() throws IOException {
        on = false;
        requests.leave(false);
        forget(SEEN, DONE);
        LOG.log(Level.INFO, "Draining no more: /sante says yes again");
    }

    private boolean isOver() {
        if (awaited == null && nanos.getAsLong() - since >= notice.toNanos()) {
            awaited = requests.now();
            requests.leave(true); // not before: who has waited here would ask here again
        }
        return awaited != null && !requests.hasAnyOf(awaited);
    }

    private void tell(String word) throws IOException {
        try {
            Files.createFile(folder.resolve(word));
        } catch (FileAlreadyExistsException refused) {
            // that is what it is for
        }
    }

    private void forget(String... words) throws IOException {
        for (var word : List.of(words)) {
            Files.deleteIfExists(folder.resolve(word));
        }
    }
}
