package fr.hubee.demonstration;

import fr.hubee.demonstration.data.SampleData;
import fr.hubee.demonstration.data.SamplePeople;
import fr.hubee.launcher.CaughtMail;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.Folders;
import fr.hubee.launcher.MailCatcher;
import fr.hubee.launcher.Parts;
import fr.hubee.launcher.Ports;
import fr.hubee.launcher.ServerOptions;
import fr.hubee.launcher.ServerProcess;
import fr.hubee.launcher.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * HubEE on one machine, for a newcomer: checks the ports, starts the database, the mail catcher and the server, prints
 * what to try, and stops everything in reverse order on Ctrl-C.
 *
 * <p>All its data is in the folder {@code .demo} of the project; {@code --fresh} deletes it first.
 */
public final class Demo {
    private static final String HEAP = "768m";

    private final Path project;
    private final Path kept;
    private final Ports ports;
    private final Parts parts = new Parts();
    private volatile boolean stopping;
    private volatile int exitCode;

    private Demo(Path project, Ports ports) {
        this.project = project;
        this.kept = project.resolve(".demo");
        this.ports = ports;
    }

    public static void main(String... arguments) {
        try {
            new Demo(Path.of("").toAbsolutePath(), Ports.fromEnvironment()).run(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run(List<String> arguments) {
        try {
            ports.requireFree();
            if (arguments.contains("--fresh")) {
                Folders.delete(kept);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
            var server = start();
            say(welcome());
            var code = server.waitFor();
            fail("The server ended by itself, with exit code " + code + ". What it said: " + server.log());
        } catch (IllegalStateException e) { // our own exception: its message is for the newcomer
            fail(e.getMessage());
        } catch (Exception e) {
            fail(e.toString());
        }
    }

    private ServerProcess start() throws IOException, SQLException, InterruptedException {
        say("Starting the database (%d), the mail catcher (%d) and the server (%d) ..."
                .formatted(ports.database(), ports.smtp(), ports.http()));
        var database = parts.start(() -> EmbeddedDatabase.start(ports.database(), kept.resolve("postgres"), true));
        parts.start(() -> MailCatcher.start(ports.smtp(), ports.imap(), mails()))
                .tell(Demo::sayCode);
        var server = parts.start(() -> ServerProcess.launch(serverOptions(database)));
        parts.start(() -> Watch.over(server.pid(), database.pid()));
        server.awaitReady();
        loadOnce(database);
        return server;
    }

    private void loadOnce(EmbeddedDatabase database) throws IOException, SQLException, InterruptedException {
        try (var connection =
                DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD)) {
            var sample = new SampleData(connection, kept.resolve("blobs"), Instant.now());
            if (sample.loadOnce()) {
                say("Some months of télédossiers were loaded; the jobs of the nights are made up for ...");
                sample.liveTheNights();
            }
        }
    }

    /** Prints the sign-in code, so that the mail need not be opened. */
    private static void sayCode(CaughtMail mail) {
        mail.code().ifPresent(code -> say("Code for " + mail.recipient() + ": " + code));
    }

    private ServerOptions serverOptions(EmbeddedDatabase database) throws IOException {
        var blobs = Files.createDirectories(kept.resolve("blobs"));
        var environment = new HashMap<>(database.environment());
        environment.putAll(Map.of(
                "HUBEE_SMTP_HOST",
                "127.0.0.1",
                "HUBEE_SMTP_PORT",
                "" + ports.smtp(),
                "HUBEE_PUBLIC_ADDRESS",
                address(),
                "HUBEE_KEY",
                DemoKey.keptIn(kept.resolve("key")),
                "HUBEE_BLOBS",
                blobs.toString(),
                "HUBEE_BOOTSTRAP",
                bootstrap("demarches.json") + "," + bootstrap("demo.json") + "," + bootstrap("demo-portal.json")));
        return new ServerOptions(
                project.resolve("wildfly-config/target/server"),
                kept.resolve("server"),
                project.resolve("hubee-ear/target/hubee.ear"),
                ports.offset(),
                HEAP,
                environment);
    }

    private Path bootstrap(String name) {
        return project.resolve("wildfly-config/src/main/bootstrap").resolve(name);
    }

    private Path mails() {
        return kept.resolve("mails");
    }

    private String address() {
        return "http://localhost:" + ports.http();
    }

    private String welcome() throws IOException {
        var clients = DemoClients.read(bootstrap("demo.json"));
        var walk = Walk.through(address(), clients);
        var file = Files.writeString(kept.resolve("walk.sh"), walk);
        return """

                HubEE ready: %s/

                Partners that the demonstration knows (tokens: POST %1$s/oauth2/token):

                %s
                People of the portal, to sign in as; the password of all is %s
                (administrators, editors and agents of CERTDC are asked for a code besides: it is told here when its mail is caught)

                %s
                Mails are caught, none leaves: %s (or IMAP on port %d, user and password: the recipient's address)
                What the server says:          %s

                First steps, to paste in another terminal (or: bash %s):

                %s
                Ctrl-C stops everything; what was done is kept in %s.
                """.formatted(
                        address(),
                        clients.asTable(),
                        SamplePeople.PASSWORD,
                        SamplePeople.asTable(),
                        mails(),
                        ports.imap(),
                        kept.resolve("server/log/server.log"),
                        file,
                        walk,
                        kept);
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
        say("Stopping the server, the mail catcher and the database ...");
        parts.stop();
        say("Stopped.");
        Runtime.getRuntime().halt(exitCode);
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
