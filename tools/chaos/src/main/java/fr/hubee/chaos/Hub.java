package fr.hubee.chaos;

import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.FickleLine;
import fr.hubee.launcher.Folders;
import fr.hubee.launcher.HaProxy;
import fr.hubee.launcher.MailCatcher;
import fr.hubee.launcher.Parts;
import fr.hubee.launcher.Ports;
import fr.hubee.launcher.ServerOptions;
import fr.hubee.launcher.ServerProcess;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two nodes behind the shipped proxy, on one durable database and one store; all is deleted at the end, but for the logs. */
final class Hub implements Closeable {
    private static final String HEAP = "400m";
    private static final int BETWEEN_NODES = 10;
    private static final int KEY_BYTES = 32;
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(60);

    /** Would complain that a database that was killed cannot be stopped. A strong reference: else it is forgotten with its level. */
    private static final Logger ZONKY = Logger.getLogger("io.zonky.test.db");

    private final Path project;
    private final Path folder;
    private final Ports ports;
    private final Parts parts = new Parts();
    private final List<Node> nodes = new ArrayList<>();
    private final EmbeddedDatabase database;
    private final HaProxy proxy;
    private final MailCatcher mails;

    private Hub(Path project, Path folder, Ports ports) throws IOException, InterruptedException, SQLException {
        this.project = project;
        this.folder = folder;
        this.ports = ports;
        ports.requireFree();
        Folders.delete(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(parts::stop, "stop")); // also after Ctrl-C
        database = parts.start(() -> EmbeddedDatabase.start(ports.database(), folder.resolve("postgres"), true));
        ZONKY.setLevel(Level.OFF);
        mails = parts.start(() -> MailCatcher.start(ports.smtp(), ports.imap(), folder.resolve("mails")));
        var common = common();
        for (int number = 1; number <= 2; number++) {
            var node = new Node(number, common);
            nodes.add(node);
            parts.start(() -> node);
            node.start();
        }
        proxy = parts.start(() -> HaProxy.start(
                project.resolve("wildfly-config/src/main/haproxy/haproxy.cfg"),
                ports,
                nodes.get(0).place(),
                nodes.get(1).place()));
    }

    /** @param folder is emptied first */
    static Hub start(Path project, Path folder, Ports ports) throws IOException, InterruptedException, SQLException {
        return new Hub(project, folder, ports);
    }

    private Map<String, String> common() throws IOException {
        var bootstrap = project.resolve("tools/demo/src/main/bootstrap");
        var settings = new HashMap<>(database.environment());
        settings.putAll(Map.of(
                "HUBEE_KEY", Base64.getEncoder().encodeToString(SecureRandom.getSeed(KEY_BYTES)),
                "HUBEE_SMTP_HOST", "127.0.0.1",
                "HUBEE_SMTP_PORT", "" + ports.smtp(),
                "HUBEE_ANTIVIRUS", "off",
                "HUBEE_CALLS_PER_SECOND", "100000",
                "HUBEE_EVENTS_PER_DAY", "100000",
                "HUBEE_TRUSTED_PROXIES", "127.0.0.1/32",
                "HUBEE_PUBLIC_ADDRESS", address().toString(),
                "HUBEE_DRAIN_SECONDS", "5",
                "HUBEE_BLOBS", Files.createDirectories(folder.resolve("blobs")).toString()));
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

    /** Whether the proxy sends requests to both nodes. */
    boolean isWhole() throws IOException {
        return proxy.sends("one") && proxy.sends("two");
    }

    /** Runs a command of the hub that needs no server. */
    int command(String... words) throws IOException, InterruptedException {
        var options = nodes.get(0).options;
        var line = Stream.concat(
                        Stream.concat(
                                Stream.of(options.home().resolve("bin/hubee").toString()), Stream.of(words)),
                        Stream.of(
                                "--ear",
                                project.resolve("hubee-ear/target/hubee.ear").toString()))
                .toList();
        var log = folder.resolve("commands.log").toFile();
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start()
                .waitFor();
    }

    void killDatabase() throws IOException {
        ProcessHandle.of(database.pid()).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
        database.stop(); // it gives its lock back
    }

    void stopDatabase() throws IOException {
        database.stop();
    }

    void startDatabase() throws IOException {
        database.startAgain();
    }

    Connection database() throws SQLException {
        return DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD);
    }

    @Override
    public void close() throws IOException {
        parts.stop();
        for (var kept : List.of("postgres", "blobs", "mails")) {
            Folders.delete(folder.resolve(kept));
        }
    }

    /** A server, and the line over which it reaches the database. */
    final class Node implements Closeable {
        private final int number;
        private final FickleLine line;
        private final ServerOptions options;
        private ServerProcess process;

        private Node(int number, Map<String, String> common) throws IOException {
            this.number = number;
            this.line = FickleLine.to(database.port());
            var settings = new HashMap<>(common);
            settings.put("HUBEE_NODE", "node-" + number);
            settings.put("HUBEE_DB_PORT", "" + line.port());
            this.options = new ServerOptions(
                    project.resolve("wildfly-config/target/server"),
                    folder.resolve("node-" + number),
                    project.resolve("hubee-ear/target/hubee.ear"),
                    ports.offset() + number * BETWEEN_NODES,
                    HEAP,
                    Map.copyOf(settings));
        }

        private String place() {
            return "127.0.0.1:" + (8080 + options.portOffset());
        }

        FickleLine line() {
            return line;
        }

        /** Returns when it is ready. The log of its former life is kept beside. */
        void start() throws IOException, InterruptedException {
            var log = options.base().resolve("log/console.log");
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling("console-" + System.nanoTime() + ".log"));
            }
            process = ServerProcess.start(options);
        }

        void kill() throws IOException {
            process.kill();
        }

        /** @param name of a signal */
        void signal(String name) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
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
            line.close();
        }
    }
}
