package fr.hubee.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The key set is fetched from the named host only, with limits on time and size. */
class HubKeySetTest {
    private static final String KEYS =
            "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}";

    private static final Duration LONG = Duration.ofMinutes(1);

    private final CountDownLatch ended = new CountDownLatch(1);
    private HttpServer hub;

    @BeforeEach
    void start() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/keys", 200, KEYS);
        answer("/large", 200, " ".repeat(300_000) + KEYS);
        answer("/gone", 404, KEYS);
        hub.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", "/keys");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        hub.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await();
        });
        hub.start();
    }

    @AfterEach
    void stop() {
        ended.countDown();
        hub.stop(0);
    }

    void answer(String path, int status, String text) {
        hub.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, text.length());
            exchange.getResponseBody().write(text.getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
    }

    void await() {
        try {
            ended.await();
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
        }
    }

    String at(String path) {
        return "http://127.0.0.1:" + hub.getAddress().getPort() + path;
    }

    void refused(String words, String place, Duration longest) {
        var refused = assertThrows(IOException.class, () -> HubKeySet.names(place, longest));
        assertTrue(refused.getMessage().contains(words), refused::getMessage);
    }

    @Test
    void itsKeysAreNamedByTheirThumbprints() throws IOException {
        assertEquals(Set.of("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"), HubKeySet.names(at("/keys"), LONG));
    }

    @Test
    void whatIsLargeSlowElsewhereOrNotThereIsRefused() {
        refused("its answer is too long", at("/large"), LONG);
        refused("answers 404", at("/gone"), LONG);
        refused("answers 302", at("/elsewhere"), LONG);
        refused("does not answer within", at("/slow"), Duration.ofMillis(200));
    }

    @Test
    void onlyThisMachineIsAskedWithoutEncryption() {
        refused("over https only", "http://192.0.2.1/.well-known/jwks.json", LONG);
    }
}
