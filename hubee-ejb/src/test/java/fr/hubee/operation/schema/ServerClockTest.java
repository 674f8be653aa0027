package fr.hubee.operation.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.operation.schema.DatabaseMigration.ServerClock;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks that a server with a wrong clock does not start, and that one whose clock becomes wrong logs it once a minute. */
class ServerClockTest {
    static EmbeddedDatabase database;
    static Connection connection;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = EmbeddedDatabase.temporary(0);
        connection = DriverManager.getConnection(database.url(), EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        connection.close();
        database.close();
    }

    private static ServerClock clock(Duration ahead, Duration tolerance) {
        return new ServerClock(Clock.offset(Clock.systemUTC(), ahead), new DatabaseSettings("one", tolerance));
    }

    @Test
    void anHourOffIsRefusedEitherWay() {
        for (var off : List.of(Duration.ofHours(1), Duration.ofHours(-1))) {
            var refused = assertThrows(
                    IllegalStateException.class,
                    () -> clock(off, Duration.ofSeconds(30)).require(connection));
            assertTrue(refused.getMessage().contains("more than 30 seconds"), refused::getMessage);
        }
    }

    @Test
    void whatIsToleratedIsNot() throws SQLException {
        clock(Duration.ZERO, Duration.ofSeconds(30)).require(connection);
        clock(Duration.ofHours(1), Duration.ofHours(2)).require(connection);
    }

    @Test
    void aServerThatRunsSaysItOnceAMinute() throws SQLException {
        var wrong = clock(Duration.ofHours(1), Duration.ofSeconds(30));

        var said = wrong.warning(connection).orElseThrow();
        assertTrue(said.startsWith("HUBEE-CLOCK-OFF The clock of this server is "), said);
        assertEquals(Optional.empty(), wrong.warning(connection), "already said");
        assertEquals(
                Optional.empty(), clock(Duration.ZERO, Duration.ofSeconds(30)).warning(connection));
    }
}
