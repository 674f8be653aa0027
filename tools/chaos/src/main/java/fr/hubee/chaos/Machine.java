package fr.hubee.chaos;

import fr.hubee.launcher.DebianScript;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.Folders;
import fr.hubee.launcher.Ports;
import fr.hubee.launcher.ServerOptions;
import fr.hubee.launcher.ServerProcess;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A machine with Debian's PostgreSQL, a store and one server, as the manual makes it. It can be lost. */
final class Machine implements Closeable {
    private static final String HEAP = "512m";

    private final Path project;
    private final Path folder;
    private final Ports ports;
    private final DebianScript postgres;
    private final Map<String, String> settings;
    private ServerProcess server;

    private Machine(Path project, Path folder, Ports ports, DebianScript postgres, Map<String, String> settings) {
        this.project = project;
        this.folder = folder;
        this.ports = ports;
        this.postgres = postgres;
        this.settings = settings;
    }

    /**
     * Starts an empty database; the server is not started yet.
     *
     * @param settings of the file that is kept elsewhere: those of the machine itself are added
     */
    static Machine prepare(Path project, Path folder, Ports ports, Map<String, String> settings)
            throws IOException, InterruptedException, SQLException {
        Folders.delete(folder);
        var postgres = DebianScript.start(
                "/usr/bin/pg_dump",
                "postgresql",
                project.resolve("tools/cli/src/test/postgres/run"),
                "" + ports.database(),
                "on");
        var all = new HashMap<>(settings);
        all.putAll(Map.of(
                "HUBEE_DB_HOST", "127.0.0.1",
                "HUBEE_DB_PORT", "" + ports.database(),
                "HUBEE_DB_NAME", EmbeddedDatabase.NAME,
                "HUBEE_DB_USER", EmbeddedDatabase.USER,
                "HUBEE_DB_PASSWORD", EmbeddedDatabase.PASSWORD,
                "HUBEE_DB_OWNER", EmbeddedDatabase.OWNER,
                "HUBEE_DB_OWNER_PASSWORD", EmbeddedDatabase.PASSWORD,
                "HUBEE_BLOBS", Files.createDirectories(folder.resolve("blobs")).toString()));
        var machine = new Machine(project, folder, ports, postgres, all);
        machine.makeDatabase();
        return machine;
    }

    /** Says what the manual says. */
    private void makeDatabase() throws SQLException {
        try (var connection = connect("postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create role " + EmbeddedDatabase.OWNER + " login");
            statement.execute("create role " + EmbeddedDatabase.USER + " login");
            statement.execute("create database " + EmbeddedDatabase.NAME + " owner " + EmbeddedDatabase.OWNER
                    + " encoding UTF8 template template0");
        }
        try (var connection = connect("postgres", EmbeddedDatabase.NAME);
                var statement = connection.createStatement()) {
            statement.execute("grant create on schema public to " + EmbeddedDatabase.USER);
        }
    }

    private Connection connect(String role, String name) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + ports.database() + "/" + name, role, "");
    }

    Connection database() throws SQLException {
        return connect(EmbeddedDatabase.OWNER, EmbeddedDatabase.NAME);
    }

    Path blobs() {
        return folder.resolve("blobs");
    }

    /** Starts the server; returns when it is ready. */
    void serve() throws IOException, InterruptedException {
        server = ServerProcess.launch(new ServerOptions(
                project.resolve("wildfly-config/target/server"),
                folder.resolve("server"),
                ear(),
                ports.offset(),
                HEAP,
                settings));
        server.awaitReady();
    }

    private Path ear() {
        return project.resolve("hubee-ear/target/hubee.ear");
    }

    /** Runs a command of the operator, and returns what it has said when it has succeeded. */
    String hubee(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                project.resolve("wildfly-config/target/server/bin/hubee").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--ear", ear().toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    "hubee " + String.join(" ", words) + " ended with " + process.exitValue() + ":\n" + said);
        }
        return said;
    }

    /** Loses all of it at once: no process has a moment to write anything, no file stays. */
    void lose() throws IOException {
        var lock = postgres.folder().resolve("data/postmaster.pid");
        var database = ProcessHandle.of(Long.parseLong(Files.readAllLines(lock).get(0)));
        server.kill();
        database.ifPresent(each -> {
            var all = new ArrayList<>(each.descendants().toList());
            all.add(each);
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit().join());
        });
        server = null;
        close();
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        postgres.close();
        Folders.delete(folder);
    }
}
