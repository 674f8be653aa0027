package fr.hubee.operation.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server that has recently recorded that it runs; by the database's clock, which is the same for all. */
public record RunningNode(String node, int release) {
    /** Interval of these records. */
    public static final Duration EVERY = Duration.ofSeconds(15);

    /** Time without a record after which a server counts as killed. */
    public static final Duration GONE_AFTER = Duration.ofSeconds(60);

    static List<RunningNode> all(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select node, release from hubee_node where seen_at > clock_timestamp() - make_interval(secs => ?)
                order by node""")) {
            statement.setLong(1, GONE_AFTER.toSeconds());
            try (var rows = statement.executeQuery()) {
                var all = new ArrayList<RunningNode>();
                while (rows.next()) {
                    all.add(new RunningNode(rows.getString(1), rows.getInt(2)));
                }
                return all;
            }
        }
    }

    /** Records that it runs. */
    public void say(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into hubee_node (node, release) values (?, ?)
                on conflict (node) do update set release = excluded.release, seen_at = clock_timestamp()""")) {
            statement.setString(1, node);
            statement.setInt(2, release);
            statement.executeUpdate();
        }
    }

    /** Records that it has stopped. */
    public void leave(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("delete from hubee_node where node = ?")) {
            statement.setString(1, node);
            statement.executeUpdate();
        }
    }
}
