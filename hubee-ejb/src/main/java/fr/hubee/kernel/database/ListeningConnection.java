package fr.hubee.kernel.database;

import fr.hubee.kernel.shared.UuidV7;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** A connection that receives announcements. It is taken from the pool, and never given back: it would still receive them. */
final class ListeningConnection implements AutoCloseable {
    /** Time limit of the server's answer: it detects a network that drops everything. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Connection connection;

    /** Channel that no other node listens to. */
    private final String heartbeat = "heartbeat_" + UuidV7.next().toString().replace('-', '_');

    /** @param connection without a transaction */
    ListeningConnection(Connection connection) {
        this.connection = connection;
    }

    void listen() throws SQLException {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(ANSWER.toMillis()));
        var channels = Stream.concat(
                        Stream.of(heartbeat), Stream.of(Subject.values()).map(Subject::channel))
                .toList();
        try (var statement = connection.createStatement()) {
            for (var channel : channels) {
                statement.execute("listen " + channel);
            }
        }
    }

    /** Sends a heartbeat; it comes back with the same moment. */
    void beat(long moment) throws SQLException {
        try (var announce = connection.prepareStatement("select pg_notify(?, ?)")) {
            announce.setString(1, heartbeat);
            announce.setString(2, String.valueOf(moment));
            announce.execute();
        }
    }

    /**
     * Passes on the announcements, in the order of the commits; waits for the first one.
     *
     * @param longest positive, in milliseconds
     */
    void receive(int longest, LongConsumer heartbeats, Consumer<Invalidation> changes) throws SQLException {
        for (var each : connection.unwrap(PGConnection.class).getNotifications(longest)) {
            if (each.getName().equals(heartbeat)) {
                heartbeats.accept(Long.parseLong(each.getParameter()));
            } else {
                changes.accept(new Invalidation(Subject.ofChannel(each.getName()), each.getParameter()));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.abort(Runnable::run);
        }
    }
}
