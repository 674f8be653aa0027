package fr.hubee.it;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;

/** Lets a test change a date, or look into the database. */
public record Sql(DataSource database) {

    public int change(String statement, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var change = connection.prepareStatement(statement)) {
            for (int each = 0; each < values.length; each++) {
                change.setObject(each + 1, sqlValue(values[each]));
            }
            return change.executeUpdate();
        }
    }

    /** Returns the value as the driver takes it. */
    public static Object sqlValue(Object value) {
        return value instanceof Instant moment ? Timestamp.from(moment) : value;
    }

    /** Returns the number of rows of a table, such as {@code account where email = ?}. */
    public long count(String from, Object... values) throws SQLException {
        return (long) one("select count(*) from " + from, values);
    }

    /** Returns the first column of the only row. */
    public Object one(String query, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query)) {
            for (int each = 0; each < values.length; each++) {
                select.setObject(each + 1, values[each]);
            }
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new AssertionError("no row");
                }
                return rows.getObject(1);
            }
        }
    }
}
