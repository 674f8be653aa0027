package fr.hubee.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.it.Wait;
import fr.hubee.launcher.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Looks into the database of a server of its own, and changes it, behind the back of the server. Each statement has a connection
 * of its own: the database may be restarted in between.
 */
public record OwnSql(String url) {
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
    }

    /** As the role that the tables belong to. */
    Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(url, EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD);
    }

    public int change(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** The first column. */
    public Set<String> all(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new LinkedHashSet<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    public String text(String query) throws SQLException {
        return all(query).iterator().next();
    }

    public int number(String query) throws SQLException {
        return Integer.parseInt(text(query));
    }

    private static int number(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Until the query gives at least that. */
    public void awaitAtLeast(int wanted, String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement(query)) {
            Wait.until(() -> number(statement), seen -> seen >= wanted);
        }
    }

    /** Until the query gives that; more would be too much. */
    public void await(int wanted, String query) throws SQLException {
        awaitAtLeast(wanted, query);
        assertEquals(wanted, number(query), query);
    }
}
