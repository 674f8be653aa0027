package fr.hubee.kernel.trace;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Runs rounds of a work, never more than some at once. A request made while all are running leads to one more round afterwards. Later
 * rounds run, even if one fails, or gets no thread.
 */
public final class Rounds {
    private final int most;
    private final Consumer<Throwable> failures;
    private int running;
    private boolean again;

    /** @param failures receives why a round failed, or could not be started: the next request starts another one */
    public Rounds(int most, Consumer<Throwable> failures) {
        this.most = most;
        this.failures = failures;
    }

    /** Starts a round, unless enough are running; returns when the executor has taken it. */
    public void ask(Executor threads, Runnable round) {
        if (!begins()) {
            return;
        }
        try {
            threads.execute(() -> run(round));
        } catch (Throwable refused) {
            notBegun();
            tell(refused);
        }
    }

    private void run(Runnable round) {
        do {
            try {
                round.run();
            } catch (Throwable failure) {
                tell(failure);
            }
        } while (!ends());
    }

    private void tell(Throwable failure) {
        try {
            failures.accept(failure);
        } catch (Throwable refused) {
            failure.addSuppressed(refused); // it must not end what goes on
        }
    }

    private synchronized boolean begins() {
        if (running == most) {
            again = true;
            return false;
        }
        running++;
        return true;
    }

    /** Leaves the request to a running round, if there is one. */
    private synchronized void notBegun() {
        running--;
        again = running > 0;
    }

    /** @return false when another round was requested meanwhile: the same thread must run it */
    private synchronized boolean ends() {
        if (again) {
            again = false;
            return false;
        }
        running--;
        return true;
    }
}
