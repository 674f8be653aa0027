package fr.hubee.cli.backup;

import fr.hubee.launcher.DebianScript;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.OwnModule;
import fr.hubee.launcher.Ports;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL of Debian's package: the embedded one has no {@code pg_dump}. */
public final class DebianPostgres implements Closeable {
    private static final String PROGRAM = "/usr/bin/pg_dump";

    private final DebianScript script;
    private final int port;

    private DebianPostgres(DebianScript script, int port) {
        this.script = script;
        this.port = port;
    }

    /** Whether there are root rights and the package; without them a test is skipped, except in continuous integration. */
    public static boolean isAllowed() {
        return Files.isExecutable(Path.of(PROGRAM))
                || "root".equals(System.getProperty("user.name"))
                || "true".equals(System.getenv("CI"));
    }

    public static DebianPostgres start() throws IOException, InterruptedException, SQLException {
        int port = Ports.anyFree();
        var postgres = new DebianPostgres(
                DebianScript.start(
                        PROGRAM,
                        "postgresql",
                        OwnModule.tests(DebianPostgres.class).resolve("postgres/run"),
                        String.valueOf(port)),
                port);
        try (var connection = postgres.as("postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create role " + EmbeddedDatabase.OWNER + " login");
            statement.execute("create role " + EmbeddedDatabase.USER + " login");
        }
        return postgres;
    }

    /** Creates an empty database as the manual says. */
    public void makeDatabase(String name) throws SQLException {
        try (var connection = as("postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + EmbeddedDatabase.OWNER);
        }
        try (var connection = as("postgres", name);
                var statement = connection.createStatement()) {
            statement.execute("grant create on schema public to " + EmbeddedDatabase.USER);
        }
    }

    public Map<String, String> environment(String name) {
        return Map.of(
                "HUBEE_DB_PORT",
                String.valueOf(port),
                "HUBEE_DB_NAME",
                name,
                "HUBEE_DB_OWNER",
                EmbeddedDatabase.OWNER,
                "HUBEE_DB_USER",
                EmbeddedDatabase.USER);
    }

    public String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    public Connection as(String role, String name) throws SQLException {
        return DriverManager.getConnection(url(name), role, "");
    }

    @Override
    public void close() throws IOException {
        script.close();
    }
}
