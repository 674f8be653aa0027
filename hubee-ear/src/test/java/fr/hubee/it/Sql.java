package fr.hubee.it;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Lets a test move a date, or look behind the scenes. */
record Sql(DataSource database) {

    int change(String statement, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var change = connection.prepareStatement(statement)) {
            for (int each = 0; each < values.length; each++) {
                change.setObject(each + 1, values[each]);
            }
            return change.executeUpdate();
        }
    }

    /** The first column of the only row. */
    Object one(String query, Object... values) throws SQLException {
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
