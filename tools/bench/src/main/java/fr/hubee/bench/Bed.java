package fr.hubee.bench;

import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.Folders;
import fr.hubee.launcher.Ports;
import fr.hubee.launcher.ServerOptions;
import fr.hubee.launcher.ServerProcess;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A new durable database, blob folder and server; all are removed on close. */
final class Bed implements Closeable {
    private static final String HEAP = "512m";

    /** Processor time of a second in which the server does nothing but its timers, ms. */
    private static final double IDLE = 30;

    /** Garbage collector of the unit and of the container; to compare others, name them in JDK_JAVA_OPTIONS. */
    static final String COLLECTOR = "-XX:+UseParallelGC";

    /** Keeps the idle threads of the compilers: the time of a thread that has ended is not counted ({@link Cpu#byThread}). */
    private static final String KEPT_COMPILERS = " -XX:-UseDynamicNumberOfCompilerThreads";

    private static final int KEY_BYTES = 32;

    private final Path folder;
    private EmbeddedDatabase database;
    private ServerOptions options;
    private ServerProcess server;
    private boolean closed;

    /** Work to be measured. */
    interface Work {
        void run() throws IOException, InterruptedException, SQLException;
    }

    private Bed(Path folder) {
        this.folder = folder;
    }

    /** Makes a bed, which is also closed when this program is interrupted. */
    static Bed make(Path project, Ports ports) throws IOException, SQLException, InterruptedException {
        ports.requireFree();
        var bed = new Bed(project.resolve("tools/bench/target/bed"));
        Runtime.getRuntime().addShutdownHook(new Thread(bed::closeAtTheEnd, "clean up"));
        try {
            Folders.delete(bed.folder);
            bed.startDatabase(ports.database());
            bed.startServer(project, ports);
            bed.server.awaitReady();
            return bed;
        } catch (IllegalStateException | IOException | InterruptedException | SQLException failure) {
            bed.close();
            throw failure;
        }
    }

    /** Synchronised with {@code close}: a database started here is stopped, and none starts afterwards. */
    private synchronized void startDatabase(int port) throws IOException, SQLException {
        requireOpen();
        database = EmbeddedDatabase.start(
                port,
                folder.resolve("postgres"),
                true,
                Map.of(
                        "shared_preload_libraries",
                        "pg_stat_statements",
                        "pg_stat_statements.max",
                        "10000",
                        "pg_stat_statements.track_planning",
                        "on"));
        try (var connection = administrator();
                var statement = connection.createStatement()) {
            statement.execute("create extension pg_stat_statements");
        }
    }

    private synchronized void startServer(Path project, Ports ports) throws IOException {
        requireOpen();
        options = server(project, folder, ports, database);
        server = ServerProcess.launch(options);
    }

    /** Stops the server and starts it with these options of the JVM; returns before it is ready. */
    ServerProcess startAgain(String jvm) throws IOException {
        return startWith("JDK_JAVA_OPTIONS", jvm + KEPT_COMPILERS);
    }

    /** Starts the server again on a database that answers at another port. */
    void startOn(int databasePort) throws IOException, InterruptedException {
        startWith("HUBEE_DB_PORT", "" + databasePort).awaitReady();
    }

    int databasePort() {
        return database.port();
    }

    private synchronized ServerProcess startWith(String name, String value) throws IOException {
        requireOpen();
        server.stop();
        var environment = new HashMap<>(options.environment());
        environment.put(name, value);
        server = ServerProcess.launch(new ServerOptions(
                options.home(),
                options.base(),
                options.deployment(),
                options.portOffset(),
                options.heap(),
                environment));
        return server;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("Interrupted");
        }
    }

    private void closeAtTheEnd() {
        try {
            close();
        } catch (IOException failure) {
            System.err.println("Could not clean up: " + failure.getMessage());
        }
    }

    private static ServerOptions server(Path project, Path folder, Ports ports, EmbeddedDatabase database)
            throws IOException {
        var data = project.resolve("tools/demo/src/main/bootstrap");
        var environment = new HashMap<>(database.environment());
        environment.put(
                "JDK_JAVA_OPTIONS", System.getenv().getOrDefault("JDK_JAVA_OPTIONS", COLLECTOR) + KEPT_COMPILERS);
        environment.put("HUBEE_KEY", Base64.getEncoder().encodeToString(SecureRandom.getSeed(KEY_BYTES)));
        environment.putAll(Map.of(
                "HUBEE_SMTP_HOST",
                "127.0.0.1",
                "HUBEE_SMTP_PORT",
                "" + ports.smtp(),
                "HUBEE_CALLS_PER_SECOND",
                "100000", // a few clients send here what many clients send in production
                "HUBEE_WEBHOOK_NETWORKS",
                "127.0.0.1",
                "HUBEE_ANTIVIRUS",
                System.getenv().getOrDefault("HUBEE_ANTIVIRUS", "off"), // host:port of a clamd
                "HUBEE_BLOBS",
                Files.createDirectories(folder.resolve("blobs")).toString(),
                "HUBEE_BOOTSTRAP",
                data.resolve("demo-demarches.json") + "," + data.resolve("demo.json")));
        return new ServerOptions(
                project.resolve("wildfly-config/target/server"),
                folder.resolve("server"),
                project.resolve("hubee-ear/target/hubee.ear"),
                ports.offset(),
                HEAP,
                environment);
    }

    URI address() {
        return server.address();
    }

    /** Returns what an operator calls « hubee »: the script of the server. */
    ProcessBuilder script(String command) {
        var builder = new ProcessBuilder(options.home().resolve("bin/hubee").toString(), command).inheritIO();
        builder.environment().put("JBOSS_BASE_DIR", options.base().toString());
        return builder;
    }

    Path deployments() {
        return folder.resolve("server/deployments");
    }

    Path blobs() {
        return folder.resolve("blobs");
    }

    /** On the disk that the server writes to. */
    Path scratch() throws IOException {
        return Files.createDirectories(folder.resolve("scratch"));
    }

    /** Connects as the owner of the tables, who may empty and analyse them. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD);
    }

    /** Connects as a superuser, who sees the activity of every role. */
    Connection administrator() throws SQLException {
        return DriverManager.getConnection(database.url(), "postgres", "postgres");
    }

    /** Measures the cost of the work for the server and the database; the client is not counted. */
    Spent measure(Work work) throws IOException, InterruptedException, SQLException {
        return measure(server.pid(), work);
    }

    /** Measures the cost of the work for this process and the database. */
    Spent measureFloor(Work work) throws IOException, InterruptedException, SQLException {
        return measure(ProcessHandle.current().pid(), work);
    }

    /** Waits until the server has finished its own work, such as the compilation of frequent code. */
    void settle() throws IOException, InterruptedException {
        for (double before = -IDLE, after = 0; after - before >= IDLE; ) {
            before = Cpu.of(server.pid());
            TimeUnit.SECONDS.sleep(1);
            after = Cpu.of(server.pid());
        }
    }

    private Spent measure(long program, Work work) throws IOException, InterruptedException, SQLException {
        double programBefore = Cpu.of(program);
        double databaseBefore = Cpu.ofFamily(database.pid());
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Spent(Cpu.of(program) - programBefore, Cpu.ofFamily(database.pid()) - databaseBefore, seconds);
    }

    long serverPid() {
        return server.pid();
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (server != null) {
            server.close();
        }
        if (database != null) {
            database.close();
        }
        removeFolder();
    }

    /**
     * Renames it first: a process that still writes to it when this program is interrupted fails, and does not fill it
     * again.
     */
    private void removeFolder() throws IOException {
        var over = folder.resolveSibling("bed-over");
        Folders.delete(over);
        if (Files.exists(folder)) {
            Files.move(folder, over);
            Folders.delete(over);
        }
    }
}
