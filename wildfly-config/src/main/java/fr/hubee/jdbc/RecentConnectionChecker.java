package fr.hubee.jdbc;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.jca.adapters.jdbc.spi.ValidConnectionChecker;

/**
 * Checks a connection that is taken from the pool, for one round trip, unless it passed a check less than 500 ms ago.
 *
 * <p>IronJacamar's own {@code GoodForSecondsValidConnectionChecker} counts in minutes, and its list is not safe for several threads.
 */
@SuppressWarnings("serial") // the pool never writes it
public final class RecentConnectionChecker implements ValidConnectionChecker, Serializable {
    private static final long serialVersionUID = 1L;

    private static final long RECENT = TimeUnit.MILLISECONDS.toNanos(500);

    /** The longest time to wait for the answer, in seconds. */
    private static final int PING_TIMEOUT = 2;

    /** When each connection passed its last check; connections are keys by identity, as drivers leave {@code equals} alone. */
    private final Map<Connection, Long> passed = Collections.synchronizedMap(new WeakHashMap<>());

    private final LongSupplier nanoTime;

    /** Is called by the pool. */
    public RecentConnectionChecker() {
        this(System::nanoTime);
    }

    RecentConnectionChecker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public SQLException isValidConnection(Connection connection) {
        long now = nanoTime.getAsLong();
        var last = passed.get(connection);
        if (last != null && now - last < RECENT) {
            return null;
        }
        passed.remove(connection);
        try {
            if (!connection.isValid(PING_TIMEOUT)) {
                return new SQLException("The connection does not answer: " + connection);
            }
        } catch (SQLException failure) {
            return failure;
        }
        passed.put(connection, now);
        return null;
    }
}
