package fr.hubee.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A PostgreSQL that needs no installation, holding one database with two ordinary roles, as in production: one owns the
 * tables, the other is the application's.
 *
 * <p>Its processes live in a session of their own (pg_ctl sees to it): Ctrl-C in a terminal does not reach them.
 */
public final class EmbeddedDatabase implements Closeable {
    public static final String NAME = "hubee";
    /** The application's role. */
    public static final String USER = "hubee";
    /** The role that the tables belong to. */
    public static final String OWNER = "hubee_owner";

    public static final String PASSWORD = "hubee";

    /** Held here, or the level would be forgotten with the logger. */
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
     * Starts on what the folder holds, which stays after {@link #close()}.
     *
     * @param port 0 for any free port
     * @param durable whether what is committed survives a power cut; tests do without, and are faster
     */
    public static EmbeddedDatabase start(int port, Path data, boolean durable) throws IOException, SQLException {
        return start(port, data, durable, false, Map.of());
    }

    /** Starts empty, and leaves nothing behind. */
    public static EmbeddedDatabase temporary(int port) throws IOException, SQLException {
        return temporary(port, Map.of());
    }

    /** @param configuration more of {@code postgresql.conf} */
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
        } catch (SQLException | IllegalStateException e) {
            database.close();
            throw e;
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
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("fsync", onOff)
                .setServerConfig("full_page_writes", onOff)
                .setServerConfig("synchronous_commit", onOff);
        configuration.forEach(builder::setServerConfig);
        return builder.start();
    }

    /** After a kill -9 the lock names a process that is gone, or, worse, one that has taken its number since. */
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
                    "grant create on schema public to " + USER); // the server makes tables for jobs and timers
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

    /** What the server is told of it. */
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

    /** The process that stops the whole database when it is told to. */
    public long pid() throws IOException {
        return pid(data.resolve("postmaster.pid"));
    }

    /** Cuts whatever is under way; {@link #startAgain} finds the same data at the same port. */
    public void stop() throws IOException {
        postgres.close();
    }

    public void startAgain() throws IOException {
        postgres = launch(port());
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        if (temporary) {
            Folders.delete(data);
        }
    }
}
