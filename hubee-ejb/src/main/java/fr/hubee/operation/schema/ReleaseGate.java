package fr.hubee.operation.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks which releases may run on a schema together: each one with the previous one. A release that is two apart does not start, and says
 * why.
 */
public final class ReleaseGate {
    private final Connection connection;
    private final Release mine;

    public ReleaseGate(Connection connection, Release mine) {
        this.connection = connection;
        this.mine = mine;
    }

    /** Returns the newest release that has updated the schema; empty for one from before release 2, or none. */
    public Optional<Release> ofDatabase() throws SQLException {
        if (!isCounted()) {
            return Optional.empty();
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select number, oldest from hubee_release order by number desc limit 1")) {
            return rows.next() ? Optional.of(new Release(rows.getInt(1), rows.getInt(2))) : Optional.empty();
        }
    }

    private boolean isCounted() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select to_regclass('hubee_node') is not null")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    public List<RunningNode> running() throws SQLException {
        return isCounted() ? RunningNode.all(connection) : List.of();
    }

    /**
     * Returns why this release must not start, as text for the operator.
     *
     * @param node the name of the server that wants to start; its own earlier record is ignored
     */
    public Optional<String> refusal(String node) throws SQLException {
        var database = ofDatabase().filter(newest -> newest.oldest() > mine.number());
        if (database.isPresent()) {
            return Optional.of(
                    "The database was brought up to date by release %d, beside which only release %d and later may run: this is release %d. Install release %2$d or later on this server; to go back, restore the backup from before that upgrade"
                            .formatted(database.get().number(), database.get().oldest(), mine.number()));
        }
        var tooOld = running().stream()
                .filter(each -> each.release() < mine.oldest() && !each.node().equals(node))
                .toList();
        return tooOld.isEmpty() ? Optional.empty() : Optional.of(stillRun(tooOld));
    }

    private String stillRun(List<RunningNode> tooOld) {
        var releases = tooOld.stream().map(RunningNode::release).collect(Collectors.toCollection(TreeSet::new));
        return "Servers of release %s still run (%s): this is release %d, beside which only release %d and later may run. Upgrade them to release %4$d first; or stop them all, and start this one %d seconds later"
                .formatted(
                        releases.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        tooOld.stream().map(RunningNode::node).collect(Collectors.joining(", ")),
                        mine.number(),
                        mine.oldest(),
                        RunningNode.GONE_AFTER.toSeconds());
    }

    /** @throws IllegalStateException with the reason */
    public void require(String node) throws SQLException {
        var refusal = refusal(node);
        if (refusal.isPresent()) {
            throw new IllegalStateException(refusal.get());
        }
    }

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

        public void say(Connection connection) throws SQLException {
            try (var statement = connection.prepareStatement("""
                    insert into hubee_node (node, release) values (?, ?)
                    on conflict (node) do update set release = excluded.release, seen_at = clock_timestamp()""")) {
                statement.setString(1, node);
                statement.setInt(2, release);
                statement.executeUpdate();
            }
        }

        public void leave(Connection connection) throws SQLException {
            try (var statement = connection.prepareStatement("delete from hubee_node where node = ?")) {
                statement.setString(1, node);
                statement.executeUpdate();
            }
        }
    }
}
