package fr.hubee.exchange.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import fr.hubee.exchange.feed.WebhookAnswer.Failure;
import fr.hubee.kernel.shared.Network;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends to real receivers on loopback. */
class WebhookClientTest {
    private static final WebhookSettings LOOPBACK =
            new WebhookSettings(List.of(Network.parse("127.0.0.1")), Optional.empty());
    private static final String ID = "0198d0f0-0000-7000-8000-000000000001";
    private static final byte[] BODY = "{\"specversion\":\"1.0\"}".getBytes(StandardCharsets.UTF_8);

    private final WebhookKey key = WebhookKey.of(new SecretKeySpec(new byte[32], "AES"), WebhookKey.salt());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer receiver;
    private WebhookClient client;

    @BeforeEach
    void start() throws IOException {
        receiver = receiver("127.0.0.1");
        client = client(SystemDefaultDnsResolver.INSTANCE, WebhookClient.LONGEST);
    }

    @AfterEach
    void stop() {
        client.close();
        receiver.stop(0);
        threads.shutdownNow();
    }

    private HttpServer receiver(String address) throws IOException {
        var made = HttpServer.create(new InetSocketAddress(address, 0), 0);
        made.setExecutor(threads);
        made.start();
        return made;
    }

    private WebhookClient client(DnsResolver names, Duration longest) {
        return new WebhookClient(LOOPBACK, new WebhookAddresses(LOOPBACK, names), longest, Clock.systemUTC());
    }

    private void answering(HttpHandler handler) {
        receiver.createContext("/", handler);
    }

    private void answering(int status, String text) {
        answering(exchange -> answer(exchange, status, text));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private CompletableFuture<WebhookAnswer> sending(String host) {
        var address = URI.create("http://" + host + ":" + receiver.getAddress().getPort() + "/hook");
        return client.send(address, ID, List.of(key), BODY);
    }

    private WebhookAnswer sent() {
        return sending("127.0.0.1").join();
    }

    @Test
    void aReceiverVerifiesTheEventWithTheLibraryOfTheStandard() {
        var verified = new CompletableFuture<String>();
        answering(exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            try {
                new Webhook(key.secretText()).verify(body, exchange.getRequestHeaders());
                verified.complete(exchange.getRequestHeaders().getFirst("Content-Type"));
            } catch (Exception refused) {
                verified.completeExceptionally(refused);
            }
            answer(exchange, 204, "");
        });
        var answer = sent();
        assertEquals("application/cloudevents+json; charset=UTF-8", verified.join());
        assertEquals(204, answer.status());
        assertTrue(answer.succeeded());
        assertEquals("", answer.text());
    }

    @Test
    void aFailureIsReportedWithTheBeginningOfItsAnswer() {
        answering(500, "a\u0000b" + "x".repeat(5000));
        var answer = sent();
        assertEquals(500, answer.status());
        assertFalse(answer.succeeded());
        assertEquals(2048, answer.text().length());
        assertTrue(answer.text().startsWith("a bx"), "a database stores no NUL");
    }

    @Test
    void aReceiverMayAskToWait() {
        answering(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "120");
            answer(exchange, 429, "slowly");
        });
        assertEquals(Duration.ofMinutes(2), sent().retryAfter());
    }

    @Test
    void aRedirectionIsNotFollowed() {
        var followed = new AtomicInteger();
        receiver.createContext("/elsewhere", exchange -> {
            followed.incrementAndGet();
            answer(exchange, 200, "");
        });
        answering(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            answer(exchange, 307, "");
        });
        assertEquals(307, sent().status());
        assertEquals(0, followed.get());
    }

    @Test
    void anAnswerWithoutEndIsCutAndItsStatusCounts() {
        var cut = new CompletableFuture<IOException>();
        answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                for (; ; ) {
                    exchange.getResponseBody().write(new byte[1024]);
                }
            } catch (IOException gone) {
                cut.complete(gone);
            }
        });
        assertEquals(200, sent().status());
        cut.join();
    }

    @Test
    void aReceiverThatHangsDelaysNobodyAndIsCut() {
        var held = new CompletableFuture<HttpExchange>();
        receiver.createContext("/hook/slow", held::complete);
        answering(200, "");
        var slow = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook/slow");
        var hanging = client.send(slow, ID, List.of(key), BODY);
        held.join();
        for (int i = 0; i < 20; i++) {
            assertTrue(sent().succeeded());
        }
        assertFalse(hanging.isDone());
        client.close();
        client = client(SystemDefaultDnsResolver.INSTANCE, Duration.ofMillis(100));
        var cut = client.send(slow, ID, List.of(key), BODY).join();
        assertEquals(Failure.TIMEOUT, cut.failure());
        assertEquals(0, cut.status());
    }

    @Test
    void anAddressOfALocalNetworkIsNotConnected() throws IOException {
        var reached = new CompletableFuture<Void>();
        var local = receiver("127.0.0.2");
        local.createContext("/", exchange -> reached.complete(null));
        var address = URI.create("http://127.0.0.2:" + local.getAddress().getPort() + "/");
        assertEquals(
                Failure.ADDRESS_REFUSED,
                client.send(address, ID, List.of(key), BODY).join().failure());
        assertFalse(reached.isDone());
        local.stop(0);
    }

    @Test
    void aNameThatChangesItsMeaningReachesNoOtherAddress() throws IOException {
        var reached = new CompletableFuture<Void>();
        answering(200, "");
        var local = HttpServer.create(
                new InetSocketAddress("127.0.0.2", receiver.getAddress().getPort()), 0);
        local.createContext("/", exchange -> reached.complete(null));
        local.start();
        var names = new Rebinding();
        client.close();
        client = client(names, WebhookClient.LONGEST);
        assertTrue(
                sending("rebound.example").join().succeeded(), "the address that was checked is the one that is used");
        assertEquals(1, names.asked.get());
        client.close();
        client = client(names, WebhookClient.LONGEST);
        assertEquals(Failure.ADDRESS_REFUSED, sending("rebound.example").join().failure());
        assertFalse(reached.isDone());
        local.stop(0);
    }

    /** A name that means an allowed address when it is first asked, and then a local one. */
    private static final class Rebinding extends InMemoryDnsResolver {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return InetAddress.getAllByName(asked.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.2");
        }
    }

    @Test
    void aReceiverThatIsAwayIsUnreachable() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        var answer = client.send(URI.create("http://127.0.0.1:" + port), ID, List.of(key), BODY)
                .join();
        assertEquals(Failure.UNREACHABLE, answer.failure());
        assertEquals(0, answer.status());
        var impossible = client.send(URI.create("http://127.0.0.1:99999/"), ID, List.of(key), BODY);
        assertEquals(Failure.UNREACHABLE, impossible.join().failure());
    }
}
