package fr.hubee.demonstration;

import fr.hubee.demonstration.data.FailedJob;
import fr.hubee.launcher.CaughtMail;
import fr.hubee.launcher.Clamd;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.OwnAuthority;
import fr.hubee.launcher.Parts;
import fr.hubee.launcher.Ports;
import fr.hubee.launcher.ServerOptions;
import fr.hubee.launcher.StampServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The common settings and data of a hub with one node and of one with two.
 *
 * @param kept the folder of all written files
 * @param ports of the database and the mail catcher
 * @param address where people find the portal
 */
record DemoHub(Path project, Path kept, Ports ports, String address) {

    /** Returns the options of a node whose ports are moved by the offset, in a folder of its own; the files are shared. */
    ServerOptions node(String folder, int offset, String heap, Map<String, String> settings) throws IOException {
        var ear = DemoEar.make(ear(), project.resolve("tools/demo/target"), kept.resolve("ear"));
        return new ServerOptions(server(), kept.resolve(folder), ear, offset, heap, settings);
    }

    /**
     * @param antivirus empty where files are not scanned
     * @param stamps the authority that stamps the journal
     */
    Map<String, String> settings(EmbeddedDatabase database, Optional<Clamd> antivirus, StampServer stamps)
            throws IOException, InterruptedException {
        var settings = new HashMap<>(database.environment());
        settings.put("HUBEE_SMTP_HOST", "127.0.0.1");
        settings.put("HUBEE_SMTP_PORT", String.valueOf(ports.smtp()));
        settings.put("HUBEE_ANTIVIRUS", antivirus.map(Clamd::address).orElse("off"));
        settings.put("HUBEE_TSA", stamps.address().toString());
        settings.put("HUBEE_TSA_CERTIFICATES", authority().rootIn(kept).toString());
        settings.put("HUBEE_WEBHOOK_NETWORKS", "127.0.0.1");
        settings.put("HUBEE_BENCH", "true");
        settings.put("HUBEE_PUBLIC_ADDRESS", address);
        settings.put("HUBEE_KEY", DemoKey.keptIn(kept.resolve("key")));
        settings.put("HUBEE_MASTER_KEY_FILE", masterKey().toString());
        settings.put("HUBEE_BLOBS", Files.createDirectories(blobs()).toString());
        settings.put(
                "HUBEE_BOOTSTRAP",
                Stream.of("demo-demarches.json", "demo.json", "demo-portal.json")
                        .map(name -> bootstrap(name).toString())
                        .collect(Collectors.joining(",")));
        return settings;
    }

    /** Returns the master key of the files, created once, as an operator does: outside the database and the store. */
    private Path masterKey() throws IOException, InterruptedException {
        var file = kept.resolve("master-key.json");
        if (!Files.exists(file)) {
            Files.createDirectories(kept);
            var hubee = server().resolve("bin/hubee").toString();
            var made = new ProcessBuilder(hubee, "keys", "new", "--file", "" + file, "--ear", "" + ear())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (made.waitFor() != 0) {
                throw new IOException("hubee keys new did not make " + file);
            }
        }
        return file;
    }

    private Path server() {
        return project.resolve("wildfly-config/target/server");
    }

    private Path ear() {
        return project.resolve("hubee-ear/target/hubee.ear");
    }

    /** Starts a scanner if one is installed. */
    Optional<Clamd> antivirus(Parts parts) throws IOException, SQLException, InterruptedException {
        return Clamd.installed().isEmpty()
                ? Optional.empty()
                : Optional.of(parts.start(() -> Clamd.start(ports.antivirus(), Clamd.LARGEST)));
    }

    /** Starts a local authority; a real one is an independent server. */
    StampServer stamps(Parts parts) throws IOException, SQLException, InterruptedException {
        return parts.start(() -> StampServer.start(authority(), ports.stamps()));
    }

    private OwnAuthority authority() throws IOException {
        return OwnAuthority.keptIn(kept.resolve("authority.p12"));
    }

    void addFailedJob(EmbeddedDatabase database) throws SQLException, InterruptedException {
        try (var connection =
                DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD)) {
            new FailedJob(connection).addOnce();
        }
    }

    /** Prints the sign-in code, so that the mail need not be opened. */
    static void sayCode(CaughtMail mail) {
        mail.code().ifPresent(code -> System.out.println("Code for " + mail.recipient() + ": " + code));
    }

    Path bootstrap(String name) {
        return project.resolve("tools/demo/src/main/bootstrap").resolve(name);
    }

    Path mails() {
        return kept.resolve("mails");
    }

    private Path blobs() {
        return kept.resolve("blobs");
    }
}
