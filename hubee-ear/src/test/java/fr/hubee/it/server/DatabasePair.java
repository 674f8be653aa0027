package fr.hubee.it.server;

import fr.hubee.launcher.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Two databases: what the first one commits, the second one has too, since each commit waits for it. */
public final class DatabasePair implements DatabaseCluster {
    private final EmbeddedDatabase primary;
    private final EmbeddedDatabase standby;

    private DatabasePair(EmbeddedDatabase primary, EmbeddedDatabase standby) {
        this.primary = primary;
        this.standby = standby;
    }

    /** @param folder where both keep their data, which stays */
    public static DatabasePair start(Path folder) throws IOException, SQLException {
        var first = folder.resolve("primary");
        var second = folder.resolve("standby");
        EmbeddedDatabase.start(0, first, false).close();
        copy(first, second);
        Files.createFile(second.resolve("standby.signal"));
        var primary = EmbeddedDatabase.start(
                0, first, false, Map.of("synchronous_commit", "on", "synchronous_standby_names", "*"));
        Files.writeString(
                second.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 user=postgres port=" + primary.port() + "'\n");
        return new DatabasePair(primary, EmbeddedDatabase.start(0, second, false));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Returns settings in which the primary is not the first database that is asked. */
    @Override
    public Map<String, String> environment() {
        return Map.of(
                "HUBEE_DB_HOST",
                "127.0.0.1:" + standby.port() + ",127.0.0.1",
                "HUBEE_DB_PORT",
                String.valueOf(primary.port()));
    }

    /** Reads the one that is the primary now. */
    public OwnSql sql() {
        return new OwnSql("jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/%s?targetServerType=primary"
                .formatted(primary.port(), standby.port(), EmbeddedDatabase.NAME));
    }

    @Override
    public void killPrimary() throws IOException {
        ProcessHandle.of(primary.pid()).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    @Override
    public void promote() throws SQLException {
        try (var connection = DriverManager.getConnection(standby.url(), "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("select pg_promote()");
        }
    }

    @Override
    public void close() throws IOException {
        standby.close();
        primary.close();
    }
}
