package fr.hubee.it.server;

import fr.hubee.demonstration.DemoEar;
import fr.hubee.it.clock.MovableClock;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.Ports;
import fr.hubee.launcher.ServerOptions;
import fr.hubee.launcher.ServerProcess;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server that a test starts, kills and starts again, with a database and a store of its own. */
public final class OwnServer implements Closeable {
    private final Ports ports;
    private final EmbeddedDatabase database;
    private final Path folder;
    private final String heap;
    private final Map<String, String> settings = new HashMap<>();

    /** Whether this server owns the database, rather than sharing that of another one. */
    private final boolean owner;

    private Path ear = Path.of(System.getProperty("hubee.ear"));
    private Path home = Path.of(System.getProperty("hubee.server"));

    private OwnServer(Ports ports, EmbeddedDatabase database, Path folder, String heap, boolean owner)
            throws IOException {
        this.owner = owner;
        this.ports = ports;
        this.database = database;
        this.folder = folder;
        this.heap = heap;
        settings.putAll(database.environment());
        settings.put("HUBEE_BLOBS", folder.resolve("blobs").toString());
        settings.put("HUBEE_BOOTSTRAP", TestParts.bootstrap());
        settings.put("HUBEE_MASTER_KEY_FILE", TestParts.masterKey(folder).toString());
        settings.put("HUBEE_ANTIVIRUS", "off");
        settings.put("hubee.it.jobs.every", "PT1S");
        settings.put("hubee.it.rounds.every", "PT5S");
    }

    public static OwnServer prepare(String name, String heap) throws IOException, SQLException {
        return prepare(name, heap, Map.of());
    }

    /** @param database additional configuration of the database */
    public static OwnServer prepare(String name, String heap, Map<String, String> database)
            throws IOException, SQLException {
        var ports = TestParts.freePorts(8_000);
        var folder = Files.createTempDirectory(Path.of(System.getProperty("hubee.work")), name);
        return new OwnServer(ports, EmbeddedDatabase.temporary(ports.database(), database), folder, heap, true);
    }

    /** Uses a clock that the test moves: see {@link #clock()}. */
    public static OwnServer prepareWithClock(String name, String heap) throws IOException, SQLException {
        var own = prepare(name, heap);
        own.ear = TestLibrary.addClock(Files.copy(own.ear, own.folder.resolve("hubee.ear")));
        return own.set("HUBEE_IT_CLOCK", own.folder.resolve("clock").toString())
                .set("hubee.it.clock.tolerance", "P3650D"); // the server starts again at that other time
    }

    /** Deploys the demonstration, which its first start makes. */
    public static OwnServer prepareDemonstration(String name, String heap) throws IOException, SQLException {
        var own = prepare(name, heap);
        own.ear = DemoEar.make(own.ear, TestParts.bootstrapFile("../../../target"), own.folder);
        return own;
    }

    public Path ear() {
        return ear;
    }

    /** Prepares another node, with the same database, store, settings and clock; to be called while the first one runs. */
    public OwnServer anotherNode(String node) throws IOException {
        var own = new OwnServer(
                TestParts.freePorts(8_000), database, Files.createDirectories(folder.resolve(node)), heap, false);
        own.ear = ear;
        own.settings.putAll(settings);
        return own.set("HUBEE_NODE", node);
    }

    /** Runs another release, as built in that folder. */
    public OwnServer ofRelease(Path project) {
        ear = project.resolve("hubee-ear/target/hubee.ear");
        home = project.resolve("wildfly-config/target/server");
        settings.put("HUBEE_JOBS_EVERY", "PT1S"); // settings of the release before
        settings.put("HUBEE_ROUNDS_EVERY", "PT5S");
        return this;
    }

    public MovableClock clock() {
        return MovableClock.in(folder.resolve("clock"));
    }

    /** Sets a setting; to be called before the start. */
    public OwnServer set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /**
     * Compiles frequent code well, for a server that hashes a lot; other servers of the tests are compiled as {@code short_lived} in {@code
     * dev} says.
     */
    public OwnServer compiledWell() {
        return set(
                "JDK_JAVA_OPTIONS",
                "-XX:+UseSerialGC -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=20000 "
                        + "-XX:Tier4CompileThreshold=100000 -XX:Tier4BackEdgeThreshold=400000");
    }

    public ServerProcess start() throws IOException, InterruptedException {
        return ServerProcess.start(options());
    }

    private ServerOptions options() {
        return new ServerOptions(home, folder.resolve("server"), ear, ports.offset(), heap, Map.copyOf(settings));
    }

    /** Starts without waiting: the start may fail. */
    public ServerProcess launch() throws IOException {
        return ServerProcess.launch(options());
    }

    public String address() {
        return "http://" + place();
    }

    /** Returns its host and port, for a proxy. */
    String place() {
        return "127.0.0.1:" + ports.http();
    }

    /** Asks it to drain, as an operator does; the process ends when it is drained. */
    public Process drain() throws IOException {
        return hubee("drain");
    }

    /** Returns the operator's script, with the settings of this server. */
    public Process hubee(String... command) throws IOException {
        var words = new ArrayList<>(List.of(home.resolve("bin/hubee").toString()));
        words.addAll(List.of(command));
        var builder = new ProcessBuilder(words).inheritIO();
        builder.environment().putAll(settings);
        builder.environment().put("JBOSS_BASE_DIR", folder.resolve("server").toString());
        return builder.start();
    }

    /** Returns the command line of WildFly, connected to this server. */
    public ProcessBuilder cli() {
        return new ProcessBuilder(
                home.resolve("bin/jboss-cli.sh").toString(),
                "--connect",
                "--controller=127.0.0.1:" + ports.management());
    }

    /** Returns the address of the health check. */
    public URI health() {
        return URI.create("http://127.0.0.1:" + ports.management() + "/health/ready");
    }

    public int https() {
        return ports.https();
    }

    /** Returns a connection to the database, for what no service offers. */
    public Connection database() throws SQLException {
        return sql().connectAsOwner();
    }

    public int databasePort() {
        return Integer.parseInt(database.environment().get("HUBEE_DB_PORT"));
    }

    public OwnSql sql() {
        return new OwnSql(database.url());
    }

    /** Stops the database as an administrator would: running statements are aborted. */
    public void stopDatabase() throws IOException {
        database.stop();
    }

    public void startDatabase() throws IOException {
        database.startAgain();
    }

    /** Returns the folder of this server. */
    public Path folder() {
        return folder;
    }

    public Path blobs() {
        return Path.of(settings.get("HUBEE_BLOBS"));
    }

    @Override
    public void close() throws IOException {
        if (owner) {
            database.close();
        }
    }
}
