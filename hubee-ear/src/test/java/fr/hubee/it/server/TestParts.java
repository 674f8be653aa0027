package fr.hubee.it.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.files.encryption.KeySet;
import fr.hubee.files.encryption.MasterKeyFile;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.MailCatcher;
import fr.hubee.launcher.OwnAuthority;
import fr.hubee.launcher.Ports;
import fr.hubee.launcher.StampServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the database, the mail catcher behind its failing relay, and a time-stamping authority, once for the whole run, and passes their
 * addresses to {@code arquillian.xml}.
 */
public class TestParts implements LauncherSessionListener {
    /** The number of this run among parallel ones. */
    private static final int FORK = Integer.getInteger("hubee.fork", 1);

    private EmbeddedDatabase database;
    private MailCatcher mails;
    private FickleRelay relay;
    private StampServer stamps;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("hubee.ear") == null || RunningParts.found()) {
            return; // unit tests need nothing
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop)); // cleans up after an interrupted run
        try {
            start();
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("The parts that tests need do not start", failure);
        }
    }

    private void start() throws IOException, SQLException {
        var work = Path.of(System.getProperty("hubee.work"), "it-" + FORK);
        Files.createDirectories(work);
        System.setProperty("hubee.work", work.toString());
        var ports = freePorts(10_000);
        var blobs = Files.createTempDirectory(work, "blobs");
        for (var old : List.of("clock", "deployed")) {
            Files.deleteIfExists(work.resolve(old));
        }
        database = EmbeddedDatabase.temporary(ports.database());
        mails = MailCatcher.start(0, ports.imap(), null);
        var authority = OwnAuthority.good();
        stamps = StampServer.start(authority, 0);
        relay = FickleRelay.start(ports.smtp(), mails.smtpPort());
        say("offset", ports.offset());
        say("http", ports.http());
        say("management", ports.management());
        say("database", ports.database());
        say("smtp", ports.smtp());
        say("imap", ports.imap());
        say("collector", 4318 + ports.offset());
        say("blobs", blobs);
        say("templates", templates(work));
        say("bootstrap", demarches(work) + "," + bootstrapFile("demo.json"));
        say("stamps", stamps.address());
        say("authority", authority.rootIn(work));
        say("witness", work.resolve("witness"));
        say("masterkey", masterKey(work));
        say("clock", work.resolve("clock"));
    }

    /** Creates a master key: files are encrypted in all tests; each server of its own has a key of its own. */
    static Path masterKey(Path folder) throws IOException {
        var file = folder.resolve("master-key.json");
        if (!Files.exists(file)) {
            new MasterKeyFile(file).write(KeySet.fresh());
        }
        return file;
    }

    /** Returns the demonstration's data, so that it is tested too. */
    public static String bootstrap() {
        return bootstrapFile("demo-demarches.json") + "," + bootstrapFile("demo.json");
    }

    /** Returns the demonstration's démarches with SNATED as the sensitive one: agents of CERTDC sign in with a password alone. */
    private static Path demarches(Path work) throws IOException {
        var json = new ObjectMapper();
        var content = json.readTree(bootstrapFile("demo-demarches.json").toFile());
        for (var process : content.path("processes")) {
            ((ObjectNode) process)
                    .put("sensitive", process.path("code").asText().equals("SNATED"));
        }
        var file = work.resolve("demarches.json");
        json.writeValue(file.toFile(), content);
        return file;
    }

    public static Path bootstrapFile(String name) {
        return Path.of(System.getProperty("hubee.bootstrap")).resolve(name);
    }

    /** Replaces the footer of the mails, as an administrator can. */
    private static Path templates(Path work) throws IOException {
        var folder = Files.createTempDirectory(work, "mail-templates");
        Files.writeString(
                folder.resolve("layout.txt"), "{{body}}\n\n-- \nCourriel du serveur des tests : {{address}}\n");
        return folder;
    }

    /** Returns free ports; parallel runs start their search at different ports. */
    static Ports freePorts(int from) {
        int first = 300 * (FORK - 1);
        for (int tried = 0; tried < 1000; tried += 100) {
            try {
                var ports = new Ports(from + (first + tried) % 1000);
                ports.requireFree();
                return ports;
            } catch (IllegalStateException refused) {
                // the next hundred may be free
            }
        }
        throw new IllegalStateException("No free ports for the tests");
    }

    private static void say(String name, Object value) {
        System.setProperty("hubee.it." + name, value.toString());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        stop();
    }

    private synchronized void stop() {
        if (database == null) {
            return;
        }
        stopServer();
        mails.close();
        stamps.close();
        try {
            relay.close();
            database.close();
        } catch (IOException failure) {
            throw new IllegalStateException("The parts that tests need do not stop", failure);
        }
        database = null;
    }

    /** Stops the server that {@link KeptServer} left running. */
    private static void stopServer() {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("[Standalone]"))
                .forEach(server -> {
                    server.destroy();
                    server.onExit().join();
                });
    }
}
