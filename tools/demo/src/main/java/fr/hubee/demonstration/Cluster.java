package fr.hubee.demonstration;

import fr.hubee.demonstration.data.SamplePeople;
import fr.hubee.launcher.Clamd;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.Folders;
import fr.hubee.launcher.HaProxy;
import fr.hubee.launcher.MailCatcher;
import fr.hubee.launcher.Parts;
import fr.hubee.launcher.Ports;
import fr.hubee.launcher.StampServer;
import fr.hubee.launcher.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Two nodes and the proxy that is shipped, on one machine, to see how a node is drained, restarted or killed. Nothing of it
 * is kept.
 */
public final class Cluster {
    private static final String HEAP = "512m";

    /** Ports of a node are those of the demonstration, moved by that. */
    private static final int ONE = 10;

    private static final int TWO = 20;
    private static final List<String> NODES = List.of("one", "two");

    private final Path project;
    private final Path kept;
    private final Ports ports;
    private final DemoHub hub;
    private final Parts parts = new Parts();
    private Optional<Clamd> antivirus = Optional.empty();
    private StampServer stamps;
    private volatile boolean stopping;
    private volatile int exitCode;

    private Cluster(Path project, Path kept, Ports ports) {
        this.project = project;
        this.kept = kept;
        this.ports = ports;
        this.hub = new DemoHub(project, kept, ports, "https://localhost:" + ports.https());
    }

    public static void main(String... arguments) throws IOException {
        try {
            var kept = Files.createTempDirectory("hubee-cluster");
            new Cluster(Path.of("").toAbsolutePath(), kept, Ports.fromEnvironment()).run();
        } catch (IllegalArgumentException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            ports.requireFree();
            var proxy = start();
            say(welcome(proxy));
            tellWhoIsSentTo(proxy);
        } catch (IllegalStateException failure) { // our own exception: its message is for the newcomer
            fail(failure.getMessage());
        } catch (Exception failure) {
            fail(failure.toString());
        }
    }

    private HaProxy start() throws IOException, SQLException, InterruptedException {
        say("Starting the database (%d), two nodes (%d, %d) and the proxy (%d) ..."
                .formatted(ports.database(), moved(ONE).http(), moved(TWO).http(), ports.https()));
        var database = parts.start(() -> EmbeddedDatabase.start(ports.database(), kept.resolve("postgres"), false));
        parts.start(() -> MailCatcher.start(ports.smtp(), ports.imap(), hub.mails()))
                .tell(DemoHub::sayCode);
        antivirus = hub.antivirus(parts);
        stamps = hub.stamps(parts);
        var one = launch("one", ONE, database);
        one.awaitReady(); // it has made the schema, and the demonstration
        var two = launch("two", TWO, database);
        two.awaitReady();
        hub.addFailedJob(database);
        one.keep();
        two.keep();
        var proxy = parts.start(() -> HaProxy.start(
                project.resolve("wildfly-config/src/main/haproxy/haproxy.cfg"),
                ports,
                List.of(place(ONE), place(TWO))));
        parts.start(() -> Watch.over(proxy.pid(), database.pid()));
        return proxy;
    }

    private ClusterNode launch(String name, int offset, EmbeddedDatabase database)
            throws IOException, SQLException, InterruptedException {
        var settings = hub.settings(database, antivirus, stamps);
        settings.put("HUBEE_NODE", name);
        settings.put("HUBEE_TRUSTED_PROXIES", "127.0.0.1/32");
        var node = hub.node(name, moved(offset).offset(), HEAP, settings);
        return parts.start(() -> ClusterNode.launch(name, node));
    }

    private Ports moved(int offset) {
        return new Ports(ports.offset() + offset);
    }

    private String place(int offset) {
        return "127.0.0.1:" + moved(offset).http();
    }

    /** Prints the changes without end: a node may stop and start at any time. */
    private static void tellWhoIsSentTo(HaProxy proxy) throws IOException, InterruptedException {
        var before = "";
        while (true) {
            var sentTo = new StringBuilder("The proxy sends requests to:");
            for (var node : NODES) {
                sentTo.append(proxy.sends(node) ? " " + node : "");
            }
            if (!sentTo.toString().equals(before)) {
                before = sentTo.toString();
                say(before);
            }
            Thread.sleep(500);
        }
    }

    private String welcome(HaProxy proxy) {
        return """

                Two nodes are ready behind the proxy: %s/ (its certificate is its own: browsers warn)

                People to sign in as; the password of all is %s

                %s
                The nodes: http://%s/sante and http://%s/sante
                What the nodes say:  %s
                What the proxy says: %s

                To try in another terminal:

                  drain a node, and stop it:        JBOSS_BASE_DIR=%s wildfly-config/target/server/bin/hubee drain && kill $(cat %s)
                  kill the other one, form in hand: kill -9 $(cat %s)

                A node that ends is started again. Ctrl-C stops everything, and nothing is kept.
                """.formatted(
                        hub.address(),
                        SamplePeople.PASSWORD,
                        SamplePeople.asTable(),
                        place(ONE),
                        place(TWO),
                        kept.resolve("{one,two}/log/console.log"),
                        proxy.log(),
                        kept.resolve("one"),
                        kept.resolve("one.pid"),
                        kept.resolve("two.pid"));
    }

    private void fail(String reason) {
        if (!stopping) { // while stopping, failures are expected
            System.err.println(reason);
            exitCode = 1;
        }
        System.exit(exitCode);
    }

    /** Runs on Ctrl-C and at the end; uses halt, the only way to set the exit code of an interrupted JVM. */
    private void stop() {
        stopping = true;
        say("Stopping the proxy, the nodes, the mail catcher and the database ...");
        parts.stop();
        try {
            Folders.delete(kept);
        } catch (IOException gone) {
            System.err.println("Something is left in " + kept + ": " + gone.getMessage());
        }
        say("Stopped.");
        Runtime.getRuntime().halt(exitCode);
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
