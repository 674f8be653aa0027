package fr.hubee.bench.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One connection, with its statements prepared once. */
public final class SqlSession implements AutoCloseable {
    private final Connection connection;
    private final boolean alone;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** @param alone whether a transaction of one round trip commits with it, without a trip of its own */
    public SqlSession(Connection connection, boolean alone) throws SQLException {
        this.connection = connection;
        this.alone = alone;
    }

    /** Runs the transactions once, with new identifiers. */
    public void play(List<List<SqlScript.Statement>> transactions) throws SQLException {
        var ids = new HashMap<String, UUID>();
        for (var transaction : transactions) {
            connection.setAutoCommit(alone && transaction.size() == 1);
            for (var statement : transaction) {
                run(statement, ids);
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    private void run(SqlScript.Statement statement, Map<String, UUID> ids) throws SQLException {
        var ready = prepared.get(statement.sql());
        if (ready == null) {
            ready = connection.prepareStatement(statement.sql());
            prepared.put(statement.sql(), ready);
        }
        int position = 1;
        for (var name : statement.names()) {
            ready.setObject(position++, ids.computeIfAbsent(name, unknown -> UUID.randomUUID()));
        }
        if (ready.execute()) {
            try (var rows = ready.getResultSet()) {
                while (rows.next()) {
                    rows.getObject(1);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
