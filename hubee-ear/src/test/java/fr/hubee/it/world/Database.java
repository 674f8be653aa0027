package fr.hubee.it.world;

import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.people.account.KnownAccount;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The database of the server under test, for tests that run outside of it. They share one connection: each new one costs a password
 * handshake.
 */
public final class Database {
    private static Connection shared;

    private Database() {}

    /** Creates her account. */
    public static synchronized KnownAccount insert(NewPerson person) {
        try {
            return person.in(connection());
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Changes data of the test. */
    public static synchronized int change(String statement, Object... values) {
        try (var change = prepared(statement, values)) {
            return change.executeUpdate();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Returns the number of rows of a table, such as {@code account where email = ?}. */
    public static int count(String from, Object... values) {
        return Integer.parseInt(text("select count(*) from " + from, values));
    }

    /** Returns the first column of the first row. */
    public static synchronized String text(String query, Object... values) {
        try (var select = prepared(query, values);
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Returns the first column of all rows. */
    public static synchronized List<String> texts(String query, Object... values) {
        try (var select = prepared(query, values);
                var rows = select.executeQuery()) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static PreparedStatement prepared(String sql, Object... values) throws SQLException {
        var statement = connection().prepareStatement(sql);
        for (int each = 0; each < values.length; each++) {
            statement.setObject(each + 1, values[each]);
        }
        return statement;
    }

    /** Returns the connection, opened again if it was closed or broken. */
    private static Connection connection() throws SQLException {
        if (shared == null || !shared.isValid(5)) {
            shared = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + System.getProperty("hubee.it.database") + "/"
                            + EmbeddedDatabase.NAME,
                    EmbeddedDatabase.USER,
                    EmbeddedDatabase.PASSWORD);
        }
        return shared;
    }
}
