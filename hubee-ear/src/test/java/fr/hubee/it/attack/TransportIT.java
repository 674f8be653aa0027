package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.server.OwnServer;
import fr.hubee.it.server.TestParts;
import fr.hubee.it.server.TlsCaller;
import fr.hubee.launcher.MailCatcher;
import fr.hubee.launcher.SelfSigned;
import fr.hubee.launcher.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody listens on every line, or stands in its middle: callers', the database's, the relay's. */
class TransportIT {
    /** Sound but for one thing: what was said can be read when its key is stolen, or its blocks be guessed at. */
    static final String WEAK_SUITE = "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256";

    @TempDir
    static Path folder;

    static OwnServer own;
    static ServerProcess server;
    static MailCatcher relay;

    @BeforeAll
    static void everyLineIsProtected() throws Exception {
        var database = SelfSigned.make(folder, "database", "EC");
        database.write(file("database.pem"), file("database.key"), 1);
        Files.setPosixFilePermissions(file("database.key"), PosixFilePermissions.fromString("rw-------"));
        SelfSigned.make(folder, "first", "EC").write(file("hub.pem"), file("hub.key"), 1);
        relay = MailCatcher.start(0, 0, null); // speaks no TLS
        own = OwnServer.prepare(
                        "transport",
                        "512m",
                        Map.of(
                                "ssl", "on",
                                "ssl_cert_file", file("database.pem").toString(),
                                "ssl_key_file", file("database.key").toString()))
                .set("HUBEE_BOOTSTRAP", TestParts.bootstrap() + "," + TestParts.bootstrapFile("demo-portal.json"))
                .set("HUBEE_PUBLIC_ADDRESS", "https://hub.example")
                .set("HUBEE_TLS_CERTIFICATE", file("hub.pem").toString())
                .set("HUBEE_TLS_KEY", file("hub.key").toString())
                .set("HUBEE_TLS_CLIENT_CERTIFICATES", "true")
                .set("HUBEE_DB_SSLMODE", "verify-full")
                .set("HUBEE_DB_SSLROOTCERT", file("database.pem").toString())
                .set("HUBEE_SMTP_PORT", String.valueOf(relay.smtpPort()))
                .set("HUBEE_SMTP_STARTTLS", "true");
        server = own.start();
    }

    @AfterAll
    static void allIsStopped() throws IOException {
        if (server != null) {
            server.close();
        }
        if (own != null) {
            own.close();
        }
        relay.close();
    }

    @Test
    void onlyTls12And13AreSpokenWithSuitesThatAreSound() throws Exception {
        var caller = new TlsCaller(own.https());

        assertTrue(caller.isToldToSpeakANewerVersion());
        assertThrows(IOException.class, () -> caller.call("TLSv1.2", WEAK_SUITE));
        caller.call("TLSv1.2");
        caller.call("TLSv1.3");
    }

    @Test
    void aNewCertificateIsShownWithoutARestart() throws Exception {
        SelfSigned.make(folder, "second", "EC").write(file("hub.pem"), file("hub.key"), 2);
        assertEquals("CN=second", new TlsCaller(own.https()).call("TLSv1.3"));

        SelfSigned.make(folder, "third", "EC").write(file("hub.pem"), file("hub.key"), 3);
        assertEquals("CN=third", new TlsCaller(own.https()).call("TLSv1.2"));
        assertTrue(server.isAlive());
    }

    @Test
    void aCallerIsAskedForACertificateAndComesInWithoutOne() throws Exception {
        var stranger = new TlsCaller(own.https());
        stranger.call("TLSv1.3");
        assertTrue(stranger.wasAsked());

        SelfSigned.make(folder, "client", "EC");
        var password = "of-a-test".toCharArray();
        var keys = KeyStore.getInstance(file("client-EC.p12").toFile(), password);
        new TlsCaller(own.https()).showing(keys, password).call("TLSv1.3");
    }

    @Test
    void aBrowserIsToldNeverToComeBackWithoutTls() throws Exception {
        for (var path : List.of("/connexion", "/nowhere", "/teledossiers/v1/cases", "/jakarta.faces.resource/none")) {
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(own.address() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            assertEquals(
                    Optional.of("max-age=31536000"), answer.headers().firstValue("Strict-Transport-Security"), path);
        }
    }

    @Test
    void theDatabaseIsSpokenToOnProtectedLinesOnly() throws Exception {
        var lines =
                "select count(*) from pg_stat_ssl join pg_stat_activity using (pid) where application_name = 'hubee' and ";

        assertEquals(0, own.sql().number(lines + "not ssl"));
        assertTrue(own.sql().number(lines + "ssl") > 0);
    }

    /** Somebody took the STARTTLS out of what the relay says. */
    @Test
    void mailsStayRatherThanLeaveUnprotected() throws Exception {
        awaitTold("HUBEE-MAIL-RELAY-DOWN no mail leaves: STARTTLS is required");

        assertTrue(own.sql().number("select count(*) from mail where state = 'WAITING'") > 0);
        assertEquals(0, relay.mails().size());
    }

    private static void awaitTold(String line) throws IOException {
        var deadline = Instant.now().plus(Duration.ofMinutes(3));
        while (!Files.readString(server.log()).contains(line)) {
            assertTrue(Instant.now().isBefore(deadline), line);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static Path file(String name) {
        return folder.resolve(name);
    }
}
