package fr.hubee.demonstration.data;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Batch insert into one table, executed at the end. */
final class Table implements Closeable {
    private final PreparedStatement insert;

    /** @param columns separated by commas */
    Table(Connection connection, String name, String columns) throws SQLException {
        var marks = columns.replaceAll("[^,]+", "?");
        insert = connection.prepareStatement("insert into " + name + " (" + columns + ") values (" + marks + ")");
    }

    void add(Object... values) throws SQLException {
        for (int each = 0; each < values.length; each++) {
            insert.setObject(each + 1, sqlValue(values[each]));
        }
        insert.addBatch();
    }

    private static Object sqlValue(Object value) {
        return value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value;
    }

    void flush() throws SQLException {
        insert.executeBatch();
    }

    @Override
    public void close() throws IOException {
        try {
            insert.close();
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }
}
