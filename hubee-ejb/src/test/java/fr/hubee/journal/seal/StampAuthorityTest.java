package fr.hubee.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.hubee.launcher.OwnAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks an authority that is slow, silent or sends without end: the hub never waits long for it. */
class StampAuthorityTest {
    static final OwnAuthority AUTHORITY = OwnAuthority.good();

    @TempDir
    Path folder;

    final CountDownLatch ended = new CountDownLatch(1);
    HttpServer server;

    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        ended.countDown();
        server.stop(0);
    }

    Stamp stamp(Duration timeout, Answer answer) throws IOException {
        server.createContext("/", exchange -> {
            try (exchange) {
                answer.give(exchange);
            }
        });
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        var trusted = Authorities.of(List.of(AUTHORITY.rootIn(folder)));
        var settings = new StampSettings(Optional.of(address), trusted, Optional.empty());
        return new StampAuthority(settings, timeout).stamp(new byte[] {1}, Instant.now());
    }

    String refused(Duration timeout, Answer answer) {
        return assertThrows(IOException.class, () -> stamp(timeout, answer)).getMessage();
    }

    @Test
    void itAnswersWhatIsPosted() throws IOException {
        var stamp = stamp(Duration.ofSeconds(20), exchange -> {
            assertEquals(
                    "application/timestamp-query", exchange.getRequestHeaders().getFirst("Content-Type"));
            var bytes = AUTHORITY.answer(exchange.getRequestBody().readAllBytes(), Instant.now());
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });

        assertEquals("CN=Stamps of this machine", stamp.authority());
    }

    @Test
    void anErrorIsReported() {
        assertEquals(
                "it answered 503", refused(Duration.ofSeconds(20), exchange -> exchange.sendResponseHeaders(503, -1)));
    }

    @Test
    void nobodyWaitsForOneThatIsSilent() {
        assertTrue(refused(Duration.ofMillis(50), exchange -> awaitEnd()).contains("did not answer within"));
    }

    /** Checks an answer that stops after its headers. */
    @Test
    void nobodyWaitsForOneThatStopsInTheMiddle() {
        var said = refused(Duration.ofMillis(500), exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            awaitEnd();
        });

        assertTrue(said.contains("did not answer within"), said);
    }

    @Test
    void anEndlessAnswerIsNotHeld() {
        var said = refused(Duration.ofSeconds(20), exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int sent = 0; sent < 50 * BoundedBody.MOST; sent += 1000) {
                exchange.getResponseBody().write(new byte[1000]);
            }
        });

        assertTrue(said.contains("its answer is too long"), said);
    }

    void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
        }
    }
}
