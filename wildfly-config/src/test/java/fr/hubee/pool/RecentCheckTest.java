package fr.hubee.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.FickleLine;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Checks in a real database, over a line that can go dead, which connections of a pool are handed out, and which calls end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecentCheckTest {
    private static final String CONNECTION_FAILURE = "08006";

    private static EmbeddedDatabase database;
    private static FickleLine line;

    private final RecentCheck check = new RecentCheck();
    private Connection connection;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = EmbeddedDatabase.temporary(0);
        line = FickleLine.to(database.port());
    }

    @AfterAll
    static void stop() throws IOException {
        line.close();
        database.close();
    }

    @BeforeEach
    void open() throws SQLException {
        connection = open(line.port());
    }

    @AfterEach
    void close() throws SQLException {
        line.revive();
        connection.close();
    }

    private static Connection open(int port) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedDatabase.NAME,
                EmbeddedDatabase.OWNER,
                EmbeddedDatabase.PASSWORD);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aConnectionIsCheckedAgainAfterHalfASecondOnly() throws InterruptedException {
        assertNull(check.isValidConnection(connection));
        line.goDead();
        assertNull(check.isValidConnection(connection));

        TimeUnit.MILLISECONDS.sleep(500);
        assertNotNull(check.isValidConnection(connection));
    }

    @Test
    void aCallThatTheNetworkSwallowsAfterARecentCheckFails() {
        assertNull(check.isValidConnection(connection));
        line.goDead();
        assertNull(check.isValidConnection(connection));

        var failure = assertThrows(SQLException.class, () -> execute("select 1"));
        assertEquals(CONNECTION_FAILURE, failure.getSQLState());
    }

    @Test
    void aLongStatementOfADatabaseThatAnswersGoesOn() throws SQLException {
        assertNull(check.isValidConnection(connection));
        assertNull(check.isValidConnection(connection));

        execute("select pg_sleep(5)");
    }
}
