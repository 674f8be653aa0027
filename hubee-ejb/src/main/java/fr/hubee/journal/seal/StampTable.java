package fr.hubee.journal.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;

/** The time stamps of heads, in the database. */
final class StampTable {
    /** @param stamp as the authority has made it */
    record Kept(Heads.Kept head, Stamp stamp) {}

    private static final String WITH_HEADS =
            "select h.size, h.at, h.jws, s.token from journal_stamp s join journal_head h using (size, at)";

    /** Query of the due heads: at first the newest one, which covers all before it; then the first one of each hour that begins. */
    private static final String DUE = """
            select size, at, jws from journal_head
            where at >= coalesce(
                (select date_trunc('hour', max(at), 'UTC') + interval '1 hour' from journal_stamp),
                (select max(at) from journal_head))
            order by at, size limit 1""";

    private StampTable() {}

    static Optional<Heads.Kept> due(Connection connection) throws SQLException {
        return Sql.first(connection, DUE, Heads::kept);
    }

    static void keep(Connection connection, Heads.Kept head, Stamp stamp) throws SQLException {
        Sql.update(
                connection,
                "insert into journal_stamp (size, at, stamped_at, token) values (?, ?, ?, ?)",
                head.size(),
                Timestamp.from(head.at()),
                Timestamp.from(stamp.at()),
                stamp.bytes());
    }

    static Optional<Kept> last(Connection connection) throws SQLException {
        return Sql.first(connection, WITH_HEADS + " order by s.at desc limit 1", StampTable::kept);
    }

    /** Returns the first stamp of a tree with more leaves than that. */
    static Optional<Kept> firstAfter(Connection connection, long leaf) throws SQLException {
        return Sql.first(
                connection, WITH_HEADS + " where s.size > ? order by s.size, s.at limit 1", StampTable::kept, leaf);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(Heads.kept(row), Stamp.of(row.getBytes(4)));
    }

    /** Returns the bytes of a head that are stamped. */
    static byte[] content(String jws) {
        return jws.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Requests stamps for heads, in their order, on one node at a time: an authority may charge for each. The connection commits each
     * statement: no transaction waits for the authority.
     */
    static final class StampRound {
        /** Maximum number of stamps in a round, those of a day: missed ones are caught up with in a few rounds. */
        private static final int AT_ONCE = 24;

        private static final String NAME = "hashtextextended(quote_ident(current_schema()) || '.journal_stamp', 0)";

        private final Connection connection;
        private final Authority authority;

        @FunctionalInterface
        interface Authority {
            Stamp stamp(byte[] content) throws IOException;
        }

        StampRound(Connection connection, Authority authority) {
            this.connection = connection;
            this.authority = authority;
        }

        int run() throws SQLException, IOException {
            if (!ask("select pg_try_advisory_lock(" + NAME + ")")) {
                return 0;
            }
            try {
                return stamp();
            } finally {
                ask("select pg_advisory_unlock(" + NAME + ")");
            }
        }

        private int stamp() throws SQLException, IOException {
            int stamped = 0;
            var due = StampTable.due(connection);
            while (due.isPresent() && stamped < AT_ONCE) {
                var head = due.get();
                StampTable.keep(connection, head, stamp(head));
                stamped++;
                due = StampTable.due(connection);
            }
            return stamped;
        }

        private Stamp stamp(Heads.Kept head) throws IOException {
            try {
                return authority.stamp(StampTable.content(head.jws()));
            } catch (IOException refused) {
                throw new IOException("The head of " + head.at() + " is not stamped: " + refused.getMessage(), refused);
            }
        }

        private boolean ask(String question) throws SQLException {
            return Sql.one(connection, question, row -> row.getBoolean(1));
        }
    }
}
