package fr.hubee.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jboss.jca.adapters.jdbc.spi.ValidConnectionChecker;
import org.postgresql.PGConnection;

/**
 * Checks a connection that is taken from a pool, unless it was checked within the last half second. One that the database has ended is
 * noticed at once all the same; one on which the network has gone silent is closed by {@link SilentNetwork}.
 */
public final class RecentCheck implements ValidConnectionChecker {
    private static final long RECENT = Duration.ofMillis(500).toNanos();

    private static final int LONGEST_CHECK_SECONDS = 2;

    /** When each connection was checked; a pool forgets connections without a word. */
    private final Map<Connection, Long> checks = Collections.synchronizedMap(new WeakHashMap<>());

    private final SilentNetwork network = new SilentNetwork();

    @Override
    public SQLException isValidConnection(Connection connection) {
        long now = System.nanoTime();
        var checked = checks.get(connection);
        try {
            if (checked != null && now - checked < RECENT) {
                refuseEnded(connection);
                network.trusted(connection, now);
                return null;
            }
            if (!connection.isValid(LONGEST_CHECK_SECONDS)) {
                return new SQLException("the database does not answer on this connection");
            }
        } catch (SQLException failure) {
            return failure;
        }
        checks.put(connection, now);
        network.answered(now);
        return null;
    }

    /** Reads what has arrived without being asked for: a database that ends a connection says so. It asks nothing. */
    private static void refuseEnded(Connection connection) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications();
    }
}
