package fr.hubee.journal.seal;

import fr.hubee.journal.proof.Stamp;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Requests stamps for heads, in their order, on one node at a time: an authority may charge for each. The connection commits each
 * statement: no transaction waits for the authority.
 */
final class StampRound {
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

    /** @return how many were stamped */
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
        var due = Stamps.due(connection);
        while (due.isPresent() && stamped < AT_ONCE) {
            var head = due.get();
            Stamps.keep(connection, head, stamp(head));
            stamped++;
            due = Stamps.due(connection);
        }
        return stamped;
    }

    private Stamp stamp(Heads.Kept head) throws IOException {
        try {
            return authority.stamp(Stamps.content(head.jws()));
        } catch (IOException refused) {
            throw new IOException("The head of " + head.at() + " is not stamped: " + refused.getMessage(), refused);
        }
    }

    private boolean ask(String question) throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
