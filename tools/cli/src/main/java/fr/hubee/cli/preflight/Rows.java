package fr.hubee.cli.preflight;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads a few rows. */
final class Rows {
    private Rows() {}

    /** The first column of each, as text. */
    static List<String> texts(Connection connection, String query, String... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                var all = new ArrayList<String>();
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
                return all;
            }
        }
    }

    static String text(Connection connection, String query, String... parameters) throws SQLException {
        var all = texts(connection, query, parameters);
        return all.isEmpty() ? "" : String.valueOf(all.get(0));
    }
}
