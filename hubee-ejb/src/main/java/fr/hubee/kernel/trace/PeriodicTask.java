package fr.hubee.kernel.trace;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Repeats a work on a thread of its own until it is closed; a failure does not end it. It needs no scheduler: the server's refuses each run,
 * with an error in the log, while it is suspended to end its last requests.
 */
public final class PeriodicTask implements AutoCloseable {
    /** Time limit of the end: the work may be connecting to a database that does not answer. */
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Duration pause;
    private final Runnable work;
    private final Rounds rounds;
    private Thread thread;

    public PeriodicTask(Duration pause, Runnable work, Consumer<Throwable> failures) {
        this.pause = pause;
        this.work = work;
        this.rounds = new Rounds(1, failures);
    }

    /** Begins at once, and repeats after each pause. */
    public void start(ThreadFactory threads) {
        thread = threads.newThread(this::run);
        thread.start();
    }

    private void run() {
        try {
            do {
                rounds.ask(Runnable::run, work);
            } while (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a work that lasts must end. */
    public boolean isEnded() {
        return ended.getCount() == 0;
    }

    @Override
    public void close() {
        ended.countDown();
        if (thread == null) {
            return;
        }
        try {
            thread.join(LONGEST_END.toMillis());
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
        }
    }
}
