package fr.hubee.it.world;

import fr.hubee.it.Sql;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.people.account.KnownAccount;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The database of the server under test, for tests in the server and outside of it. Those outside share one connection: each new one costs
 * a password handshake.
 */
public final class Database {
    private static final boolean IN_SERVER = System.getProperty("jboss.server.name") != null;
    private static Connection shared;

    private Database() {}

    private interface Use<T> {
        T of(Connection connection) throws SQLException;
    }

    /** Creates her account. */
    public static KnownAccount insert(NewPerson person) {
        return with(person::in);
    }

    /** Changes data of the test. */
    public static int change(String statement, Object... values) {
        return with(connection -> {
            try (var change = prepared(connection, statement, values)) {
                return change.executeUpdate();
            }
        });
    }

    /** Returns the number of rows of a table, such as {@code account where email = ?}. */
    public static int count(String from, Object... values) {
        return Integer.parseInt(text("select count(*) from " + from, values));
    }

    /** Returns the first column of the first row. */
    public static String text(String query, Object... values) {
        return texts(query, values).get(0);
    }

    /** Returns the first column of all rows. */
    public static List<String> texts(String query, Object... values) {
        return with(connection -> {
            try (var select = prepared(connection, query, values);
                    var rows = select.executeQuery()) {
                var texts = new ArrayList<String>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        });
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int each = 0; each < values.length; each++) {
            statement.setObject(each + 1, Sql.sqlValue(values[each]));
        }
        return statement;
    }

    private static <T> T with(Use<T> use) {
        try {
            return IN_SERVER ? inServer(use) : outside(use);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static <T> T inServer(Use<T> use) throws SQLException {
        var people = CDI.current().select(People.class).get();
        try (var connection = people.sql().database().getConnection()) {
            return use.of(connection);
        }
    }

    /** Uses the shared connection, which is opened again if it was closed or broken. */
    private static synchronized <T> T outside(Use<T> use) throws SQLException {
        if (shared == null || !shared.isValid(5)) {
            shared = connect();
        }
        return use.of(shared);
    }

    /** Changes the schema from outside the server, as the owner of the tables. */
    public static void alter(String... statements) {
        try (var owner = connect(EmbeddedDatabase.OWNER);
                var each = owner.createStatement()) {
            for (var statement : statements) {
                each.execute(statement);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Opens a connection from outside the server. */
    public static Connection connect() throws SQLException {
        return connect(EmbeddedDatabase.USER);
    }

    private static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + System.getProperty("hubee.it.database") + "/" + EmbeddedDatabase.NAME,
                role,
                EmbeddedDatabase.PASSWORD);
    }
}
