package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.clients.token.CertificateText;
import fr.hubee.it.Wait;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.server.TestParts;
import fr.hubee.it.server.TlsCaller;
import fr.hubee.it.world.Partner;
import fr.hubee.launcher.MailCatcher;
import fr.hubee.launcher.SelfSigned;
import fr.hubee.launcher.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attack: somebody listens on a connection, or intercepts it: of callers, of the database, of the relay. */
class TransportIT {
    /** An old suite with CBC: no authenticated encryption. */
    static final String WEAK_SUITE = "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256";

    static final String ASK_TOKEN =
            "POST /oauth2/token HTTP/1.1\r\nHost: hub.example\r\nConnection: close\r\nAuthorization: "
                    + Partner.basic("demo-cnaf", Partner.secret("demo-cnaf"))
                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 29\r\n\r\ngrant_type=client_credentials";

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
                .set("HUBEE_SMTP_STARTTLS", "true")
                .set("HUBEE_LOG_FORMAT", "json");
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
    void onlyTls12And13AreSpokenWithStrongSuites() throws Exception {
        var caller = new TlsCaller(own.https());

        assertTrue(caller.isAskedForANewerVersion());
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
        showing("client").call("TLSv1.3");
    }

    private static TlsCaller showing(String certificate) throws IOException, GeneralSecurityException {
        var password = "of-a-test".toCharArray();
        var keys = KeyStore.getInstance(file(certificate + "-EC.p12").toFile(), password);
        return new TlsCaller(own.https()).showing(keys, password);
    }

    /** RFC 8705: the token alone is refused, whatever else its thief has, on every connection. */
    @Test
    void aTokenThatWasStolenFromTheHolderOfACertificateOpensNothing() throws Exception {
        var registered = SelfSigned.make(folder, "software", "EC").certificate();
        var thumbprint = CertificateText.thumbprint(CertificateText.of(registered.getBytes(StandardCharsets.US_ASCII)));
        SelfSigned.make(folder, "thief", "EC");
        own.sql()
                .change("insert into api_client_certificate values (gen_random_uuid(), 'demo-cnaf', '" + thumbprint
                        + "', 'CN=software', now() + interval '1 day', now())");

        for (var protocol : List.of("TLSv1.3", "TLSv1.2")) {
            var given = showing("software").answer(protocol, ASK_TOKEN);
            var token = given.replaceFirst("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
            var call =
                    "GET /teledossiers/v1/notifications?maxResult=1 HTTP/1.1\r\nHost: hub.example\r\nConnection: close\r\n"
                            + "Authorization: Bearer " + token + "\r\n\r\n";

            assertTrue(showing("software").answer(protocol, call).startsWith("HTTP/1.1 200 "), given);
            assertRefused(showing("thief").answer(protocol, call));
            assertRefused(new TlsCaller(own.https()).answer(protocol, call));
            var plain = Partner.withToken(own.address(), token)
                    .get("/notifications?maxResult=1")
                    .expect(401);
            assertEquals(900901, plain.json().at("/errors/0/code").asInt(), plain::text);
            assertTrue(showing("software").answer(protocol, call).startsWith("HTTP/1.1 200 "));
        }
    }

    private static void assertRefused(String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 401 "), answer);
        assertTrue(answer.contains("{\"errors\":[{\"code\":900901,"), answer);
    }

    @Test
    void aBrowserIsInstructedNeverToComeBackWithoutTls() throws Exception {
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

    /** Attack: somebody removes STARTTLS from the answer of the relay. */
    @Test
    void mailsStayRatherThanLeaveUnprotected() throws Exception {
        awaitLogged("HUBEE-MAIL-RELAY-DOWN no mail leaves: STARTTLS is required");

        assertTrue(own.sql().number("select count(*) from mail where state = 'WAITING'") > 0);
        assertEquals(0, relay.mails().size());
    }

    /** Not about transport, but a server of its own is costly. */
    @Test
    void theLogIsOneObjectARecordIfItIsWantedSo() throws Exception {
        awaitLogged("WFLYSRV0010");
        var lines = Files.readAllLines(server.log()).stream()
                .dropWhile(line -> !line.startsWith("{")) // until the configuration is read
                .toList();

        for (var line : lines) {
            var entry = new ObjectMapper().readTree(line);
            assertTrue(entry.hasNonNull("timestamp") && entry.hasNonNull("level") && entry.hasNonNull("message"), line);
        }
        assertTrue(lines.size() > 10, lines::toString);
        assertTrue(Files.readString(server.log().resolveSibling("server.json")).contains("\"message\":\"WFLYSRV0010"));
        assertFalse(Files.readString(server.log().resolveSibling("server.log")).contains("WFLYSRV0010"));
    }

    @Test
    void eachLogRecordOfARequestHasItsRequestId() throws Exception {
        var refused = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(own.address() + "/teledossiers/v1/notifications"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

        awaitLogged("\"mdc\":{\"requestId\":\""
                + refused.headers().firstValue("X-Request-Id").orElseThrow() + "\"}");
    }

    private static void awaitLogged(String line) throws IOException {
        Wait.until(() -> Files.readString(server.log()), log -> log.contains(line));
    }

    private static Path file(String name) {
        return folder.resolve(name);
    }
}
