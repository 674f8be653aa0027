package fr.hubee.demonstration;

import fr.hubee.demonstration.data.SamplePeople;
import fr.hubee.launcher.Clamd;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.Folders;
import fr.hubee.launcher.MailCatcher;
import fr.hubee.launcher.Parts;
import fr.hubee.launcher.Ports;
import fr.hubee.launcher.ServerProcess;
import fr.hubee.launcher.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HubEE on one machine, for a newcomer: checks the ports, starts the database, the mail catcher and the server, prints
 * what to try, and stops everything in reverse order on Ctrl-C.
 *
 * <p>All its data is in the folder {@code .demo} of the project; {@code --fresh} deletes it first.
 */
public final class Demo {
    private static final String HEAP = "768m";

    /** A power cut takes the last half second, and leaves the rest whole: commits need not wait for the disk. */
    private static final Map<String, String> LAST_MOMENT_LOST = Map.of("synchronous_commit", "off");

    private final Path kept;

    /** Is there while the first start goes on: one that was interrupted has left nothing to keep. */
    private final Path unfinished;

    private final Ports ports;
    private final DemoHub hub;
    private final Parts parts = new Parts();
    private Optional<Clamd> antivirus = Optional.empty();
    private volatile boolean stopping;
    private volatile int exitCode;

    private Demo(Path project, Ports ports) {
        this.kept = project.resolve(".demo");
        this.unfinished = kept.resolve("unfinished");
        this.ports = ports;
        this.hub = new DemoHub(project, kept, ports, "http://localhost:" + ports.http());
    }

    public static void main(String... arguments) {
        try {
            new Demo(Path.of("").toAbsolutePath(), Ports.fromEnvironment()).run(List.of(arguments));
        } catch (IllegalArgumentException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private void run(List<String> arguments) {
        try {
            ports.requireFree();
            if (arguments.contains("--fresh") || Files.exists(unfinished)) {
                Folders.delete(kept);
            }
            boolean first = Files.notExists(kept);
            if (first) {
                Files.createDirectories(kept);
                Files.createFile(unfinished);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
            var progress = StartProgress.begin();
            var server = start(first);
            progress.cancel();
            Files.deleteIfExists(unfinished);
            say(welcome());
            var code = server.waitFor();
            fail("The server ended by itself, with exit code " + code + ". What it said: " + server.log());
        } catch (IllegalStateException failure) { // our own exception: its message is for the newcomer
            fail(failure.getMessage());
        } catch (Exception failure) {
            fail(failure.toString());
        }
    }

    private ServerProcess start(boolean first) throws IOException, SQLException, InterruptedException {
        say("5 of 6: starting the database (%d) and the mail catcher (%d)".formatted(ports.database(), ports.smtp()));
        var database = parts.start(
                () -> EmbeddedDatabase.start(ports.database(), kept.resolve("postgres"), true, LAST_MOMENT_LOST));
        parts.start(() -> MailCatcher.start(ports.smtp(), ports.imap(), hub.mails()))
                .tell(DemoHub::sayCode);
        antivirus = hub.antivirus(parts);
        var editor =
                parts.start(() -> EditorSoftware.start(ports.receiver(), kept.resolve("webhook-secret"), Demo::say));
        var settings = hub.settings(database, antivirus, hub.stamps(parts));
        settings.putAll(editor.settings());
        var node = hub.node("server", ports.offset(), HEAP, settings);
        say("6 of 6: starting the server (%d)".formatted(ports.http())
                + (first ? "; the first time it lives through the last months, which takes a minute or more" : ""));
        var server = parts.start(() -> ServerProcess.launch(node));
        parts.start(() -> Watch.over(server.pid(), database.pid()));
        server.awaitReady();
        hub.addFailedJob(database);
        return server;
    }

    private String welcome() throws IOException {
        var clients = DemoClients.read(hub.bootstrap("demo.json"));
        var walk = Walk.through(hub.address(), clients);
        var file = Files.writeString(kept.resolve("walk.sh"), walk);
        return """

                HubEE ready: %s/
                Software is connected in a day:      %1$s/documentation/une-journee (in English: /documentation/one-day)

                Partners that the demonstration knows (tokens: POST %1$s/oauth2/token):

                %s
                People of the portal, to sign in as; the password of all is %s
                (administrators, editors and agents of CERTDC are asked for a code besides: it is told here when its mail is caught)

                %s
                Mails are caught, none leaves: %s (or IMAP on port %d, user and password: the recipient's address)
                What the server says:          %s
                Files are scanned:             %s
                The journal is stamped:        each hour, by an authority of this demonstration (port %d), which proves nothing
                Events are told:               to the software of Ponant Logiciels (port %d), which prints them here: ./dev scenario makes some;
                                               « Livraisons » shows them to ines.baucher@ponant-logiciels.example, and « À faire » that its
                                               former server fails

                First steps, to paste in another terminal (or: bash %s):

                %s
                Ctrl-C stops everything; what was done is kept in %s.
                """.formatted(
                        hub.address(),
                        clients.asTable(),
                        SamplePeople.PASSWORD,
                        SamplePeople.asTable(),
                        hub.mails(),
                        ports.imap(),
                        kept.resolve("server/log/server.log"),
                        antivirus.map(Demo::scanned).orElse("no, install clamav-daemon for that"),
                        ports.stamps(),
                        ports.receiver(),
                        file,
                        walk,
                        kept);
    }

    private static String scanned(Clamd clamd) {
        return """
                by clamd, which knows the test file of EICAR, and whatever contains « %s »;
                                               files wait for it after kill -STOP %d, and go on after kill -CONT %2$d""".formatted(Clamd.INFECTED, clamd.pid());
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
