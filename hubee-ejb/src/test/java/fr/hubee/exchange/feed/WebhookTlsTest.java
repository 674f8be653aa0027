package fr.hubee.exchange.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import fr.hubee.exchange.feed.WebhookAnswer.Failure;
import fr.hubee.kernel.shared.Network;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends to real receivers with TLS on loopback, directly and through a proxy; Java trusts the authority of this test. */
class WebhookTlsTest {
    private static final String TOWN = "hubee.town.example";
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";
    private static final char[] PASSWORD = "of-a-test".toCharArray();
    private static final X500Principal AUTHORITY = new X500Principal("CN=Authority of a test");
    private static final List<WebhookKey> KEYS =
            List.of(WebhookKey.of(new SecretKeySpec(new byte[32], "AES"), WebhookKey.salt()));

    private final Date tomorrow = Date.from(Instant.now().plus(Duration.ofDays(1)));
    private final Date yesterday = Date.from(Instant.now().minus(Duration.ofDays(1)));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final InMemoryDnsResolver names = new InMemoryDnsResolver();
    private final List<String> received = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    private KeyPair authority;
    private HttpsServer receiver;

    @BeforeEach
    void trustTheAuthority() throws Exception {
        authority = keys();
        var store = store();
        store.setCertificateEntry("authority", certificate(AUTHORITY, authority, tomorrow, null));
        var file = folder.resolve("trusted.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        System.setProperty(TRUST_STORE, file.toString());
        System.setProperty(TRUST_STORE_PASSWORD, new String(PASSWORD));
        names.add(TOWN, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE_PASSWORD);
        if (receiver != null) {
            receiver.stop(0);
        }
        threads.shutdownNow();
    }

    private static KeyPair keys() throws Exception {
        return KeyPairGenerator.getInstance("EC").generateKeyPair();
    }

    private static KeyStore store() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        return store;
    }

    /** @param name of the server; null for the authority itself */
    private X509Certificate certificate(X500Principal subject, KeyPair keys, Date until, String name) throws Exception {
        var from = Date.from(Instant.now().minus(Duration.ofDays(30)));
        var builder = new JcaX509v3CertificateBuilder(
                AUTHORITY, BigInteger.valueOf(System.nanoTime()), from, until, subject, keys.getPublic());
        if (name == null) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        } else {
            var names = new GeneralNames(new GeneralName(GeneralName.dNSName, name));
            builder.addExtension(Extension.subjectAlternativeName, false, names);
        }
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    /** Starts a receiver whose certificate has that name, until then. */
    private void receiving(String name, Date until) throws Exception {
        var keys = keys();
        var store = store();
        var own = certificate(new X500Principal("CN=A receiver"), keys, until, name);
        store.setKeyEntry("receiver", keys.getPrivate(), PASSWORD, new Certificate[] {own});
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        receiver = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setHttpsConfigurator(new HttpsConfigurator(context));
        receiver.setExecutor(threads);
        receiver.createContext("/", exchange -> {
            received.add(exchange.getRequestHeaders().getFirst("Host"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
    }

    private WebhookAnswer sent(WebhookSettings settings) {
        try (var client = new WebhookClient(
                settings, new WebhookAddresses(settings, names), WebhookClient.LONGEST, Clock.systemUTC())) {
            return client.send(URI.create("https://" + host() + "/hook"), "id", KEYS, new byte[] {'{', '}'})
                    .join();
        }
    }

    private String host() {
        return TOWN + ":" + receiver.getAddress().getPort();
    }

    private WebhookAnswer sentDirectly() {
        return sent(new WebhookSettings(List.of(Network.parse("127.0.0.1")), Optional.empty()));
    }

    @Test
    void aReceiverOfATrustedAuthorityGetsTheEvent() throws Exception {
        receiving(TOWN, tomorrow);
        assertEquals(204, sentDirectly().status());
        assertEquals(List.of(host()), received);
    }

    private void assertRefused(String reason, WebhookAnswer answer) {
        assertEquals(Failure.TLS, answer.failure());
        assertEquals(reason, answer.text());
        assertEquals(List.of(), received);
    }

    @Test
    void aCertificateOfAnotherNameIsRefused() throws Exception {
        receiving("other.example", tomorrow);
        assertRefused("No subject alternative DNS name matching " + TOWN + " found.", sentDirectly());
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        receiving(TOWN, yesterday);
        assertRefused("NotAfter: " + yesterday, sentDirectly());
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsRefused() throws Exception {
        authority = keys();
        receiving(TOWN, tomorrow);
        assertRefused("Signature does not match.", sentDirectly());
    }

    private interface Work {
        void run() throws IOException;
    }

    private void inBackground(Work work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (IOException gone) {
                // one side has closed its connection
            }
        });
    }

    /** A proxy that knows one host, the receiver; all else it refuses. */
    private final class Proxy implements AutoCloseable {
        final List<String> asked = new CopyOnWriteArrayList<>();
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final String known;

        Proxy(String known) throws IOException {
            this.known = known;
            inBackground(this::accept);
        }

        WebhookSettings settings() {
            var address = URI.create("http://127.0.0.1:" + server.getLocalPort());
            return new WebhookSettings(List.of(), Optional.of(address));
        }

        private void accept() throws IOException {
            while (true) {
                var caller = server.accept();
                inBackground(() -> serve(caller));
            }
        }

        private void serve(Socket caller) throws IOException {
            var line = head(caller.getInputStream()).lines().findFirst().orElseThrow();
            asked.add(line);
            if (!line.equals("CONNECT " + known + " HTTP/1.1")) {
                say(caller, "403 Forbidden");
                caller.close();
                return;
            }
            var target = new Socket(
                    InetAddress.getLoopbackAddress(), receiver.getAddress().getPort());
            say(caller, "200 Connected");
            inBackground(() -> pass(target.getInputStream(), caller.getOutputStream()));
            pass(caller.getInputStream(), target.getOutputStream());
        }

        private static String head(InputStream in) throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            return head.toString();
        }

        private static void say(Socket caller, String status) throws IOException {
            caller.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        private static void pass(InputStream in, OutputStream out) throws IOException {
            try (in;
                    out) {
                in.transferTo(out);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @Test
    void aProxyResolvesTheNameAndTheReceiverStillProvesIt() throws Exception {
        receiving(TOWN, tomorrow);
        names.add("127.0.0.1", InetAddress.getLoopbackAddress());
        names.add(TOWN, new InetAddress[0]); // only the proxy knows it
        try (var proxy = new Proxy(host())) {
            assertEquals(204, sent(proxy.settings()).status());
            assertEquals(List.of("CONNECT " + host() + " HTTP/1.1"), proxy.asked);
            assertEquals(List.of(host()), received);
        }
    }

    @Test
    void throughAProxyACertificateOfAnotherNameIsRefused() throws Exception {
        receiving("other.example", tomorrow);
        names.add("127.0.0.1", InetAddress.getLoopbackAddress());
        try (var proxy = new Proxy(host())) {
            assertRefused("No subject alternative DNS name matching " + TOWN + " found.", sent(proxy.settings()));
        }
    }

    @Test
    void theRefusalOfAProxyIsAFailure() throws Exception {
        receiving(TOWN, tomorrow);
        names.add("127.0.0.1", InetAddress.getLoopbackAddress());
        try (var proxy = new Proxy("another.example:443")) {
            var answer = sent(proxy.settings());
            assertTrue(!answer.succeeded() && received.isEmpty(), answer.toString());
        }
    }
}
