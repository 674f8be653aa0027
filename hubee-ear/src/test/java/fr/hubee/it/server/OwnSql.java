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
 * Reads and changes the database of an {@link OwnServer} directly. Each statement opens a connection: the database may
 * be restarted in between.
 */
public record OwnSql(String url) {
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
    }

    /** Connects as the owner of the tables. */
    Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(url, EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD);
    }

    public int change(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Runs statements as the owner of the tables. */
    public void define(String statements) throws SQLException {
        try (var connection = connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** Returns the first column. */
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

    /** Waits until the query returns at least that number. */
    public void awaitAtLeast(int wanted, String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement(query)) {
            Wait.until(() -> number(statement), seen -> seen >= wanted);
        }
    }

    /** Waits until the query returns exactly that number; a greater one fails. */
    public void await(int wanted, String query) throws SQLException {
        awaitAtLeast(wanted, query);
        assertEquals(wanted, number(query), query);
    }
}
