package fr.hubee.files.store;

import fr.hubee.kernel.shared.StoreAway;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits the threads that wait for the store: while it hangs, requests that do not need it are answered, {@code /sante} among them. Further
 * ones fail at once.
 */
final class WaitingThreads {
    /** Time limit in which a working store frees a place. */
    private static final Duration FOR_A_PLACE = Duration.ofMillis(500);

    private final Semaphore places;

    WaitingThreads(int most) {
        places = new Semaphore(most);
    }

    /** Takes a place; to be followed by {@link #leave}. */
    void enter() throws StoreAway {
        try {
            if (places.tryAcquire(FOR_A_PLACE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new StoreAway("Too many requests wait for the S3 store", null);
    }

    void leave() {
        places.release();
    }
}
