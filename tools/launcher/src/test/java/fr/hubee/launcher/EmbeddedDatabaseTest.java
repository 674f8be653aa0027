package fr.hubee.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    static final int ANY_PORT = 0;
    /** Process id that does not exist: Linux never gives such a large number. */
    static final String NOBODY = "2000000000";

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsThereAfterARestartAndAfterACrash() throws IOException, SQLException {
        var data = folder.resolve("data");
        try (var database = EmbeddedDatabase.start(ANY_PORT, data, false)) {
            ask(database, "create table kept as select 'déjà vu' as word");
        }
        Files.writeString(data.resolve("postmaster.pid"), NOBODY + "\n");

        try (var database = EmbeddedDatabase.start(ANY_PORT, data, false)) {
            assertEquals("déjà vu", ask(database, "select word from kept"));
            assertEquals("UTF8", ask(database, "show server_encoding"));
            assertEquals("200", ask(database, "show max_connections"));
        }
    }

    @Test
    void theSocketThatAKilledDatabaseLeftKeepsNoOtherFromStarting() throws IOException, SQLException {
        var port = freePort();
        var lock = Path.of("/tmp/.s.PGSQL." + port + ".lock");
        // its number is another's now, which PostgreSQL takes for the owner of the socket
        var other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(lock, other.pid() + "\n/elsewhere\n0\n" + port + "\n/tmp\n");
            try (var database = EmbeddedDatabase.temporary(port)) {
                assertEquals("1", ask(database, "select 1"));
            }
        } finally {
            Files.deleteIfExists(lock);
            other.destroy();
        }
    }

    private static int freePort() throws IOException {
        try (var any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    @Test
    void theApplicationsRoleOwnsNothing() throws IOException, SQLException {
        try (var database = EmbeddedDatabase.temporary(ANY_PORT)) {
            assertEquals("f", ask(database, "select rolsuper from pg_roles where rolname = current_user"));
            assertEquals(
                    "hubee_owner", ask(database, "select datdba::regrole from pg_database where datname = 'hubee'"));
        }
    }

    /** Answers the first value, if the command has one. */
    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.url(), EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return null;
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
