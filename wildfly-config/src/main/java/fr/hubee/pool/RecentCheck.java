package fr.hubee.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jboss.jca.adapters.jdbc.spi.ValidConnectionChecker;

/**
 * Checks a connection that is taken from a pool, unless it was checked within the last half second. Where the network has gone silent
 * since, {@link SilentNetwork} closes it.
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
                network.trusted(connection, now);
                return null;
            }
            if (!connection.isValid(LONGEST_CHECK_SECONDS)) {
                return new SQLException("the database does not answer on this connection");
            }
        } catch (SQLException failure) {
            return failure;
        }
        if (checks.put(connection, now) == null) {
            network.opened(connection);
        }
        network.answered(now);
        return null;
    }
}
