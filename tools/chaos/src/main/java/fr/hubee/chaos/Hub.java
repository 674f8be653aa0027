package fr.hubee.chaos;

import fr.hubee.launcher.Clamd;
import fr.hubee.launcher.DatabasePair;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.FickleLine;
import fr.hubee.launcher.Folders;
import fr.hubee.launcher.HaProxy;
import fr.hubee.launcher.MailCatcher;
import fr.hubee.launcher.Parts;
import fr.hubee.launcher.Ports;
import fr.hubee.launcher.ServerOptions;
import fr.hubee.launcher.ServerProcess;
import fr.hubee.launcher.SmallDisk;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two nodes behind the shipped proxy, on a pair of databases, one store and one scanner; all is deleted at the end, but for the logs. */
final class Hub implements Closeable {
    private static final String HEAP = "400m";
    private static final int BETWEEN_NODES = 10;
    private static final String DISK = "600m";
    private static final int KEY_BYTES = 32;
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(60);

    /** Would complain that a database that was killed cannot be stopped. A strong reference: else it is forgotten with its level. */
    private static final Logger ZONKY = Logger.getLogger("io.zonky.test.db");

    private final Path project;
    private final Path folder;
    private final Ports ports;
    private final Set<Need> met;
    private final Path begun;
    private final Parts parts = new Parts();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, SmallDisk> disks = new HashMap<>();
    private final DatabasePair databases;
    private final FickleStore store;
    private final CephStore ceph;
    private final HaProxy proxy;
    private final MailCatcher mails;
    private Clamd scanner;

    private Hub(Path project, Path begun, Path folder, Ports ports, Set<Need> met)
            throws IOException, InterruptedException, SQLException {
        this.project = project;
        this.begun = begun;
        this.folder = folder;
        this.ports = ports;
        this.met = met;
        ports.requireFree();
        SmallDisk.removeBelow(folder);
        Folders.delete(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(parts::stop, "stop")); // also after Ctrl-C
        for (var small : List.of("postgres/one", "postgres/two", "blobs", "node-1/log", "node-2/log")) {
            disk(small);
        }
        databases = parts.start(() -> DatabasePair.start(folder.resolve("postgres")));
        ZONKY.setLevel(Level.OFF);
        mails = parts.start(() -> MailCatcher.start(ports.smtp(), ports.imap(), folder.resolve("mails")));
        store = met.contains(Need.MOCK)
                ? parts.start(() -> FickleStore.start(project.resolve("hubee-ejb/target/s3/s3mock.jar")))
                : null;
        ceph = met.contains(Need.CEPH)
                ? parts.start(() -> CephStore.start(project.resolve("hubee-ejb/src/test/ceph/run")))
                : null;
        if (met.contains(Need.SCANNER)) {
            startScanner();
            parts.start(() -> this::stopScanner);
        }
        var common = common();
        for (int number = 1; number <= 2; number++) {
            var node = new Node(number, common);
            nodes.add(node);
            parts.start(() -> node);
            node.launch();
        }
        for (var node : nodes) {
            node.process.awaitReady();
        }
        proxy = parts.start(() -> HaProxy.start(
                project.resolve("wildfly-config/src/main/haproxy/haproxy.cfg"),
                ports,
                nodes.stream().map(node -> node.place()).toList()));
    }

    /**
     * Starts all of it.
     *
     * @param begun the project as it was built for the release that nodes begin with: this one, or the one before
     * @param folder is emptied first
     * @param met which parts there can be
     */
    static Hub start(Path project, Path begun, Path folder, Ports ports, Set<Need> met)
            throws IOException, InterruptedException, SQLException {
        return new Hub(project, begun, folder, ports, met);
    }

    private void disk(String name) throws IOException, SQLException, InterruptedException {
        var place = Files.createDirectories(folder.resolve(name));
        if (met.contains(Need.DISKS)) {
            disks.put(name, parts.start(() -> SmallDisk.at(place, DISK)));
        }
    }

    private Map<String, String> common() {
        var bootstrap = project.resolve("tools/demo/src/main/bootstrap");
        var settings = new HashMap<>(databases.primary().environment());
        settings.putAll(Map.of(
                "HUBEE_KEY", Base64.getEncoder().encodeToString(SecureRandom.getSeed(KEY_BYTES)),
                "HUBEE_SMTP_HOST", "127.0.0.1",
                "HUBEE_SMTP_PORT", "" + ports.smtp(),
                "HUBEE_CALLS_PER_SECOND", "100000",
                "HUBEE_EVENTS_PER_DAY", "100000",
                "HUBEE_TRUSTED_PROXIES", "127.0.0.1/32",
                "HUBEE_PUBLIC_ADDRESS", address().toString(),
                "HUBEE_DRAIN_SECONDS", "5"));
        settings.put(
                "HUBEE_BOOTSTRAP",
                Stream.of("demo-demarches.json", "demo.json", "demo-portal.json")
                        .map(name -> bootstrap.resolve(name).toString())
                        .collect(Collectors.joining(",")));
        settings.put("HUBEE_WEBHOOK_NETWORKS", "127.0.0.0/8");
        settings.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        return settings;
    }

    URI address() {
        return URI.create("https://localhost:" + ports.https());
    }

    /** Returns a client that trusts the proxy. */
    HttpClient client() throws IOException, GeneralSecurityException {
        return proxy.client();
    }

    MailCatcher mails() {
        return mails;
    }

    Node node(int place) {
        return nodes.get(place);
    }

    HaProxy proxy() {
        return proxy;
    }

    DatabasePair databases() {
        return databases;
    }

    FickleStore store() {
        return store;
    }

    CephStore ceph() {
        return ceph;
    }

    /** Returns the disk of a store that is a folder. */
    SmallDisk files() {
        return disks.get("blobs");
    }

    /** Whether the proxy sends requests to both nodes. */
    boolean isWhole() throws IOException {
        return proxy.sends("one") && proxy.sends("two");
    }

    /** Runs a command of the hub that needs neither server nor settings. */
    int command(String... words) throws IOException, InterruptedException {
        return command(Map.of(), words);
    }

    private int command(Map<String, String> settings, String... words) throws IOException, InterruptedException {
        var program = project.resolve("wildfly-config/target/server/bin/hubee");
        var ear = project.resolve("hubee-ear/target/hubee.ear");
        var line = Stream.concat(
                        Stream.concat(Stream.of(program.toString()), Stream.of(words)),
                        Stream.of("--ear", ear.toString()))
                .toList();
        var log = folder.resolve("commands.log").toFile();
        var builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(settings);
        return builder.start().waitFor();
    }

    /** Starts those databases that do not run. */
    void startDatabases() throws IOException {
        databases.primary().ensureStarted();
        databases.standby().ensureStarted();
    }

    void killDatabases() throws IOException {
        databases.standby().kill();
        databases.primary().kill();
    }

    /** Brings the schema up to date for this release, beside servers of the one before, as the manual says for what takes long. */
    void migrate() throws IOException, InterruptedException {
        if (command(nodes.get(0).settings, "migrate") != 0) {
            throw new IOException("hubee migrate has failed: " + folder.resolve("commands.log"));
        }
    }

    /** Backs up the database, and then the files of a store that is a folder: some vanish meanwhile, as uploads are refused. */
    void backUp() throws IOException, InterruptedException, SQLException {
        databases.backUp();
        new ProcessBuilder("cp", "-r", folder.resolve("blobs").toString(), backup().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private Path backup() {
        return folder.resolve("backup");
    }

    /** Loses all, goes back to the backup, and starts both nodes. */
    void restore() throws IOException, InterruptedException, SQLException {
        for (var node : nodes) {
            node.kill();
        }
        databases.restore();
        try (var lost = Files.newDirectoryStream(folder.resolve("blobs"))) {
            for (var each : lost) {
                Folders.delete(each);
            }
        }
        Folders.copy(backup(), folder.resolve("blobs"));
        for (var node : nodes) {
            node.launch();
        }
        for (var node : nodes) {
            node.process.awaitReady();
        }
    }

    /** Leaves no byte for the primary. */
    void fillDatabase() throws IOException {
        diskOfPrimary().fill(0);
    }

    /** Starts the primary again where it has ended for lack of room. */
    void makeRoomForDatabase() throws IOException {
        diskOfPrimary().empty();
        startDatabases();
    }

    private SmallDisk diskOfPrimary() {
        return disks.get("postgres/" + databases.primary().data().getParent().getFileName());
    }

    /** @param name of a signal, for each process of the primary */
    void signalDatabase(String name) throws IOException, InterruptedException {
        signal(name, databases.primary().pid());
    }

    void stopScanner() throws IOException {
        scanner.close();
    }

    void startScanner() throws IOException, InterruptedException {
        scanner = Clamd.start(ports.antivirus(), Clamd.LARGEST);
    }

    void signalScanner(String name) throws IOException, InterruptedException {
        signal(name, scanner.pid());
    }

    /** Sets the clock of the second node, which must never read half a number. */
    void moveClock(int seconds) throws IOException {
        var next = Files.writeString(folder.resolve("clock.part"), "%+d%n".formatted(seconds));
        Files.move(next, clock(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path clock() {
        return folder.resolve("clock");
    }

    /** @param name of a signal, for that process and those that it has started */
    static void signal(String name, long process) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", "-" + name, "" + process));
        ProcessHandle.of(process).stream()
                .flatMap(ProcessHandle::descendants)
                .forEach(each -> command.add("" + each.pid()));
        new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    Connection database() throws SQLException {
        return DriverManager.getConnection(databases.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD);
    }

    /** The logs that stood on a small disk are kept, too. */
    @Override
    public void close() throws IOException {
        parts.stop();
        for (var kept : List.of("postgres", "blobs", "mails", "backup")) {
            Folders.delete(folder.resolve(kept));
        }
    }

    /** A server, and the lines over which it reaches the others, and is reached. */
    final class Node implements Closeable {
        private final int number;
        private final Map<Line, List<FickleLine>> lines = new EnumMap<>(Line.class);
        private final Map<String, String> settings;
        private ServerOptions options;
        private ServerProcess process;

        private Node(int number, Map<String, String> common) throws IOException {
            this.number = number;
            var settings = new HashMap<>(common);
            settings.put("HUBEE_NODE", "node-" + number);
            settings.put(
                    "HUBEE_DB_HOST", place(Line.DATABASE, databases.standby().port()) + ",127.0.0.1");
            settings.put(
                    "HUBEE_DB_PORT", port(Line.DATABASE, databases.primary().port()));
            place(Line.PROXY, 8080 + offset());
            settings.put("HUBEE_ANTIVIRUS", scanner == null ? "off" : place(Line.SCANNER, ports.antivirus()));
            if (met.contains(Need.FOLDER)) {
                settings.put("HUBEE_BLOBS", folder.resolve("blobs").toString());
            } else {
                settings.put("HUBEE_BLOBS", "s3://" + FickleStore.BUCKET + "/hub");
                int port = ceph == null ? store.port() : ceph.port();
                settings.put("HUBEE_S3_ENDPOINT", "http://" + place(Line.STORE, port));
                // the name and the secret of Ceph's only user, which S3Mock does not ask for
                settings.put("HUBEE_S3_ACCESS_KEY", FickleStore.BUCKET);
                settings.put("HUBEE_S3_SECRET_KEY", FickleStore.BUCKET);
            }
            if (number == 2 && met.contains(Need.CLOCK)) {
                moveClock(0);
                settings.putAll(Map.of(
                        "LD_PRELOAD", Need.fakeTime().toString(),
                        "FAKETIME_TIMESTAMP_FILE", clock().toString(),
                        "FAKETIME_NO_CACHE", "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                        "FAKETIME_FORCE_MONOTONIC_FIX", "0",
                        "NO_FAKE_STAT", "1"));
            }
            this.settings = Map.copyOf(settings);
            this.options = of(begun);
        }

        private int offset() {
            return ports.offset() + number * BETWEEN_NODES;
        }

        private ServerOptions of(Path release) {
            return new ServerOptions(
                    release.resolve("wildfly-config/target/server"),
                    folder.resolve("node-" + number),
                    release.resolve("hubee-ear/target/hubee.ear"),
                    offset(),
                    HEAP,
                    settings);
        }

        /** Draws another line of that kind, and returns where it begins. */
        private String place(Line kind, int behind) throws IOException {
            return "127.0.0.1:" + port(kind, behind);
        }

        private String port(Line kind, int behind) throws IOException {
            var line = FickleLine.to(behind);
            lines.computeIfAbsent(kind, fresh -> new ArrayList<>()).add(line);
            return "" + line.port();
        }

        private String place() {
            return "127.0.0.1:" + lines.get(Line.PROXY).get(0).port();
        }

        List<FickleLine> lines(Line kind) {
            return lines.get(kind);
        }

        /** Returns the disk of its logs. */
        SmallDisk logs() {
            return disks.get("node-" + number + "/log");
        }

        /** Returns when it is ready. The log of its former life is kept beside. */
        void start() throws IOException, InterruptedException {
            launch();
            process.awaitReady();
        }

        /** Starts with this release. */
        void upgrade() throws IOException, InterruptedException {
            options = of(project);
            start();
        }

        private void launch() throws IOException {
            var log = options.base().resolve("log/console.log");
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling("console-" + System.nanoTime() + ".log"));
            }
            process = ServerProcess.launch(options);
        }

        long pid() {
            return process.pid();
        }

        void kill() {
            process.kill();
        }

        /** @param name of a signal */
        void signal(String name) throws IOException, InterruptedException {
            Hub.signal(name, process.pid());
        }

        void drainAndStop() throws IOException, InterruptedException {
            var builder = new ProcessBuilder(options.home().resolve("bin/hubee").toString(), "drain")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("JBOSS_BASE_DIR", options.base().toString());
            builder.start().waitFor(LONGEST_DRAIN.toSeconds(), TimeUnit.SECONDS);
            process.stop();
        }

        @Override
        public void close() throws IOException {
            if (process != null) {
                process.close();
            }
            if (logs() != null) {
                Folders.copy(logs().folder(), options.base().resolve("logs"));
            }
            for (var all : lines.values()) {
                for (var each : all) {
                    each.close();
                }
            }
        }
    }
}
