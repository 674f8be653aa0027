package fr.hubee.it.attack;

import fr.hubee.launcher.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database of the server under test, seen from outside of it. */
final class Database {

    private Database() {}

    private static Connection open() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + System.getProperty("hubee.it.database") + "/" + EmbeddedDatabase.NAME,
                EmbeddedDatabase.USER,
                EmbeddedDatabase.PASSWORD);
    }

    static int change(String statement, Object... values) {
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
}
