package fr.hubee.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A PostgreSQL without installation, with one database and two ordinary roles, as in production: the owner of the
 * tables and the application's role.
 *
 * <p>pg_ctl starts its processes in a separate session: Ctrl-C in a terminal does not reach them.
 */
public final class EmbeddedDatabase implements Closeable {
    public static final String NAME = "hubee";
    /** The application's role. */
    public static final String USER = "hubee";
    /** The role that owns the tables. */
    public static final String OWNER = "hubee_owner";

    public static final String PASSWORD = "hubee";

    /** A strong reference: otherwise the logger, with its level, could be garbage-collected. */
    private static final Logger ZONKY = Logger.getLogger("io.zonky.test");

    private final Path data;
    private final boolean durable;
    private final boolean temporary;
    private final Map<String, String> configuration;
    private EmbeddedPostgres postgres;

    private EmbeddedDatabase(int port, Path data, boolean durable, boolean temporary, Map<String, String> configuration)
            throws IOException {
        this.data = data;
        this.durable = durable;
        this.temporary = temporary;
        this.configuration = configuration;
        this.postgres = launch(port);
    }

    /**
     * Starts with the data in the folder, which stays after {@link #close()}.
     *
     * @param port 0 for any free port
     * @param durable whether commits survive a power cut; without it, tests are faster
     */
    public static EmbeddedDatabase start(int port, Path data, boolean durable) throws IOException, SQLException {
        return start(port, data, durable, Map.of());
    }

    /** @param configuration additional settings of {@code postgresql.conf} */
    public static EmbeddedDatabase start(int port, Path data, boolean durable, Map<String, String> configuration)
            throws IOException, SQLException {
        return start(port, data, durable, false, configuration);
    }

    /** Starts empty; deleted on close. */
    public static EmbeddedDatabase temporary(int port) throws IOException, SQLException {
        return temporary(port, Map.of());
    }

    /** @param configuration additional settings of {@code postgresql.conf} */
    public static EmbeddedDatabase temporary(int port, Map<String, String> configuration)
            throws IOException, SQLException {
        return start(port, Files.createTempDirectory("hubee-database"), false, true, configuration);
    }

    private static EmbeddedDatabase start(
            int port, Path data, boolean durable, boolean temporary, Map<String, String> configuration)
            throws IOException, SQLException {
        ZONKY.setLevel(Level.WARNING);
        Files.createDirectories(data);
        removeStaleLock(data);
        var database = new EmbeddedDatabase(port, data, durable, temporary, configuration);
        try {
            database.createOnce();
        } catch (SQLException | IllegalStateException failure) {
            database.close();
            throw failure;
        }
        return database;
    }

    private EmbeddedPostgres launch(int port) throws IOException {
        var onOff = durable ? "on" : "off";
        var builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // over TCP only: a socket is a file in /tmp that a kill leaves behind, and that may keep the next one
                // from starting
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("fsync", onOff)
                .setServerConfig("full_page_writes", onOff)
                .setServerConfig("synchronous_commit", onOff);
        configuration.forEach(builder::setServerConfig);
        builder.setOutputRedirector(Redirect.to(said().toFile()));
        try {
            return builder.start();
        } catch (IOException failure) {
            var reason = Files.exists(said()) ? Files.readString(said()) : "nothing";
            throw new IOException("PostgreSQL does not start; it said: " + reason, failure);
        }
    }

    /** Returns the log of PostgreSQL since its last start: next to its data folder, which must be empty at first. */
    private Path said() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    /** Removes the lock file of a killed server: it names a process that has ended, or another one that has the same id now. */
    private static void removeStaleLock(Path data) throws IOException {
        var lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        var owner = ProcessHandle.of(pid(lock)).filter(EmbeddedDatabase::isPostgres);
        if (owner.isPresent()) {
            throw new IllegalStateException(
                    "The database in %s is already running (process %d). Stop it first: kill -INT %2$d"
                            .formatted(data, owner.get().pid()));
        }
        Files.delete(lock);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    private static long pid(Path lock) throws IOException {
        try (var lines = Files.lines(lock)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).orElse(-1L);
        }
    }

    private void createOnce() throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            if (exists(statement, "pg_database where datname = '" + NAME + "'")) {
                requireOwner(statement);
                return;
            }
            statement.execute("create role " + OWNER + " login password '" + PASSWORD + "'");
            statement.execute("create role " + USER + " login password '" + PASSWORD + "'");
            statement.execute("create database " + NAME + " owner " + OWNER);
        }
        try (var connection = postgres.getDatabase("postgres", NAME).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "grant create on schema public to " + USER); // the server creates tables for jobs and timers
        }
    }

    private static void requireOwner(Statement statement) throws SQLException {
        if (!exists(statement, "pg_roles where rolname = '" + OWNER + "'")) {
            throw new IllegalStateException(
                    "The data in this folder is of an earlier version, which knew one role only. Start without it: ./dev demo --fresh");
        }
    }

    private static boolean exists(Statement statement, String what) throws SQLException {
        try (var found = statement.executeQuery("select from " + what)) {
            return found.next();
        }
    }

    /** The environment variables for the server. */
    public Map<String, String> environment() {
        return Map.of(
                "HUBEE_DB_HOST", "127.0.0.1",
                "HUBEE_DB_PORT", String.valueOf(port()),
                "HUBEE_DB_NAME", NAME,
                "HUBEE_DB_USER", USER,
                "HUBEE_DB_PASSWORD", PASSWORD,
                "HUBEE_DB_OWNER", OWNER,
                "HUBEE_DB_OWNER_PASSWORD", PASSWORD);
    }

    public int port() {
        return postgres.getPort();
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + NAME;
    }

    /** The main process, whose end stops the whole database. */
    public long pid() throws IOException {
        return pid(data.resolve("postmaster.pid"));
    }

    public Path data() {
        return data;
    }

    /** Ends all of it at once, like a loss of power; {@link #startAgain} lets it recover. */
    public void kill() throws IOException {
        ProcessHandle.of(pid()).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
        stop(); // it gives its lock back
    }

    /** Aborts running statements; {@link #startAgain} restarts with the same data and port. */
    public void stop() throws IOException {
        postgres.close();
    }

    public void startAgain() throws IOException {
        postgres = launch(port());
    }

    /** Starts it again, if it has ended or was stopped. */
    public void ensureStarted() throws IOException {
        if (!Files.exists(data.resolve("postmaster.pid"))
                || !ProcessHandle.of(pid()).filter(EmbeddedDatabase::isPostgres).isPresent()) {
            stop();
            startAgain();
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        if (temporary) {
            Folders.delete(data);
            Files.deleteIfExists(said());
        }
    }
}
