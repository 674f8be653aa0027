package fr.hubee.it.world;

import fr.hubee.account.KnownAccount;
import fr.hubee.launcher.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database of the server under test, for tests that run outside of it. */
public final class Database {
    private Database() {}

    private static Connection open() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + System.getProperty("hubee.it.database") + "/" + EmbeddedDatabase.NAME,
                EmbeddedDatabase.USER,
                EmbeddedDatabase.PASSWORD);
    }

    /** Makes her account. */
    public static KnownAccount insert(NewPerson person) {
        try (var connection = open()) {
            return person.in(connection);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Changes what the test owns. */
    public static int change(String statement, Object... values) {
        try (var connection = open();
                var change = connection.prepareStatement(statement)) {
            for (int each = 0; each < values.length; each++) {
                change.setObject(each + 1, values[each]);
            }
            return change.executeUpdate();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** How many rows of a table there are, such as {@code account where email = ?}. */
    public static int count(String from, Object... values) {
        try (var connection = open();
                var query = connection.prepareStatement("select count(*) from " + from)) {
            for (int each = 0; each < values.length; each++) {
                query.setObject(each + 1, values[each]);
            }
            var found = query.executeQuery();
            found.next();
            return found.getInt(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
