package fr.hubee.operation.schema;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Lets servers that start at the same moment wait for each other, from the first check until the server has recorded that it runs.
 *
 * <p>It is a session lock without a transaction, and waiting servers poll: the concurrent creation of an index waits for all transactions,
 * even for one that only waits for this lock.
 */
public final class MigrationLock implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MigrationLock.class.getName());
    private static final long KEY = 0x4875_6245_45L; // « HubEE »
    private static final Duration AGAIN = Duration.ofMillis(250);

    private final Connection connection;

    private MigrationLock(Connection connection) {
        this.connection = connection;
    }

    /** @throws IllegalStateException if others do not end within that time */
    public static MigrationLock take(DataSource owner, Duration timeout) throws SQLException {
        var connection = owner.getConnection();
        try {
            await(connection, timeout);
            return new MigrationLock(connection);
        } catch (SQLException | IllegalStateException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Returns the connection of the lock; without a transaction. */
    public Connection connection() {
        return connection;
    }

    private static void await(Connection connection, Duration timeout) throws SQLException {
        long end = System.nanoTime() + timeout.toNanos();
        for (boolean said = false; !isMine(connection, "select pg_try_advisory_lock(" + KEY + ")"); said = true) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Another server has been bringing the schema up to date for %d seconds: start this one again when it is done"
                                .formatted(timeout.toSeconds()));
            }
            if (!said) {
                LOG.log(Level.INFO, "Another server brings the schema up to date: this one waits for it");
            }
            LockSupport.parkNanos(AGAIN.toNanos());
        }
    }

    private static boolean isMine(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            isMine(connection, "select pg_advisory_unlock(" + KEY + ")");
        }
    }
}
