package fr.hubee.kernel.database;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import io.prometheus.metrics.core.metrics.Counter;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits the connections of the pool that ordinary work holds. The rest is for urgent work (tokens), and for direct users of the pool: the
 * listener, timers, the repository of jobs.
 */
public final class ConnectionPlaces {
    /** Time limit of a wait, the same as the pool's. */
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private static final int SHARE_KEPT = 5;
    private static final int LEAST_KEPT = 3;

    private static final Counter WAITS = Counter.builder()
            .name("hubee_connection_waits")
            .help("How often work had to wait for a connection to the database, as ordinary work held its share")
            .register();

    private static final ThreadLocal<Boolean> FIRST = new ThreadLocal<>();

    private final Semaphore places;
    private final Duration timeout;

    ConnectionPlaces(int places, Duration timeout) {
        this.places = new Semaphore(places, true);
        this.timeout = timeout;
    }

    static ConnectionPlaces ofThisServer() {
        int pool = SettingSource.ofThisServer().read("HUBEE_DB_POOL", "40", SettingValues::atLeastOne);
        return new ConnectionPlaces(ordinary(pool), TIMEOUT);
    }

    /** Returns how many of a pool of that size ordinary work may hold. */
    static int ordinary(int pool) {
        return Math.max(1, pool - Math.max(LEAST_KEPT, pool / SHARE_KEPT));
    }

    /** Runs short work that everything depends on, without waiting for a place. */
    public static <T, X extends Exception> T first(Transactions.Work<T, X> work) throws X {
        FIRST.set(true);
        try {
            return work.run();
        } finally {
            FIRST.remove();
        }
    }

    static boolean goesFirst() {
        return FIRST.get() != null;
    }

    void take() throws NoFreeConnection {
        if (!places.tryAcquire()) {
            WAITS.inc();
            await();
        }
    }

    private void await() throws NoFreeConnection {
        try {
            if (places.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
        }
        throw new NoFreeConnection();
    }

    void leave() {
        places.release();
    }

    /** All connections to the database that this work may use are in use: the database itself is available. */
    public static final class NoFreeConnection extends SQLTransientException {
        private static final long serialVersionUID = 1L;

        public NoFreeConnection() {
            super("no connection to the database became free in time");
        }
    }
}
