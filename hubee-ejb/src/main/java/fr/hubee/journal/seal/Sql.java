package fr.hubee.journal.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs statements; their parameters are of the types that the driver of PostgreSQL knows. */
final class Sql {
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    private Sql() {}

    static void each(Connection connection, String sql, RowConsumer consumer, Object... parameters)
            throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            set(select, parameters);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(rows);
                }
            }
        }
    }

    static <T> List<T> list(Connection connection, String sql, RowReader<T> reader, Object... parameters)
            throws SQLException {
        var found = new ArrayList<T>();
        each(connection, sql, row -> found.add(reader.read(row)), parameters);
        return found;
    }

    static <T> Optional<T> first(Connection connection, String sql, RowReader<T> reader, Object... parameters)
            throws SQLException {
        return list(connection, sql, reader, parameters).stream().findFirst();
    }

    /** Returns the value of the only row; may be null. */
    static <T> T one(Connection connection, String sql, RowReader<T> reader, Object... parameters) throws SQLException {
        return list(connection, sql, reader, parameters).get(0);
    }

    static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            set(update, parameters);
            update.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
