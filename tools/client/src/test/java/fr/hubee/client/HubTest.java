package fr.hubee.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.hubee.client.http.ApiException;
import fr.hubee.client.teledossiers.CaseEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against a hub that answers as each test says. */
class HubTest {
    private static final UUID ID = new UUID(1, 2);

    /** One answer of the hub. */
    private interface Answer {
        void to(HttpExchange call) throws IOException;
    }

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private int life = 3600;
    private HttpServer server;
    private Hub hub;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/oauth2/token",
                call -> json(
                                200,
                                "{\"access_token\": \"token-" + tokens.incrementAndGet() + "\", \"expires_in\": " + life
                                        + "}")
                        .to(call));
        server.createContext("/", call -> {
            calls.add(call.getRequestMethod() + " " + call.getRequestHeaders().getFirst("Authorization"));
            keys.add(call.getRequestHeaders().getFirst("Idempotency-Key"));
            call.getRequestBody().readAllBytes();
            answers.remove().to(call);
        });
        server.start();
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        hub = new Hub(address, "client", "secret", new Software("Ponant", "Connecteur", "1.0.0"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static Answer json(int status, String body, String... header) {
        return call -> {
            for (int i = 0; i < header.length; i += 2) {
                call.getResponseHeaders().set(header[i], header[i + 1]);
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            call.getResponseBody().write(bytes);
            call.close();
        };
    }

    private static Answer later(int status) {
        return json(status, "", "Retry-After", "0");
    }

    private static final Answer EMPTY = json(200, "[]");

    private void poll() throws ApiException {
        hub.notifications().getNotifications(25, null, null, true);
    }

    @Test
    void aTokenServesManyCalls() throws ApiException {
        answers.addAll(List.of(EMPTY, EMPTY));
        poll();
        poll();
        assertEquals(List.of("GET Bearer token-1", "GET Bearer token-1"), calls);
    }

    @Test
    void aTokenIsRenewedAMinuteBeforeItEnds() throws ApiException {
        life = 60;
        answers.addAll(List.of(EMPTY, EMPTY));
        poll();
        poll();
        assertEquals(List.of("GET Bearer token-1", "GET Bearer token-2"), calls);
    }

    @Test
    void aRefusedTokenIsRenewedOnce() throws ApiException {
        answers.addAll(List.of(json(401, "{}"), EMPTY, json(401, "{}"), json(401, "{}")));
        poll();
        assertEquals(List.of("GET Bearer token-1", "GET Bearer token-2"), calls);
        assertEquals(401, assertThrows(ApiException.class, this::poll).getCode());
    }

    @Test
    void aCallIsSentAgainAfterTheTimeThatTheHubNames() throws ApiException {
        answers.addAll(List.of(later(429), later(503), EMPTY));
        poll();
        assertEquals(3, calls.size());
    }

    @Test
    void callsAreNotRepeatedForEver() {
        answers.addAll(List.of(later(503), later(503), later(503), later(503), EMPTY));
        assertEquals(503, assertThrows(ApiException.class, this::poll).getCode());
        assertEquals(4, calls.size());
    }

    @Test
    void aLimitOfTheDayIsNotWaitedFor() {
        answers.add(json(429, "{}", "Retry-After", "3600"));
        assertEquals(429, assertThrows(ApiException.class, this::poll).getCode());
    }

    @Test
    void aRefusalIsNotSentAgain() {
        answers.add(json(400, "{\"errors\": []}"));
        assertEquals(400, assertThrows(ApiException.class, this::poll).getCode());
    }

    @Test
    void whatCreatesHasOneKeyForAllAttempts() throws ApiException {
        answers.addAll(List.of(later(503), json(201, "{}"), json(201, "{}"), json(201, "{}")));
        for (var key : new String[] {null, null, "mine"}) {
            hub.events().createEvent(ID, new CaseEvent().actionType(CaseEvent.ActionTypeEnum.COM_ADD), key);
        }
        assertEquals(keys.get(0), keys.get(1));
        assertNotEquals(keys.get(1), keys.get(2));
        assertEquals("mine", keys.get(3));
    }

    @Test
    void aCutDownloadGoesOnWhereItStopped() throws Exception {
        var digest = Transfer.digest(Files.writeString(folder.resolve("whole"), "0123456789"));
        answers.add(call -> {
            call.sendResponseHeaders(200, 10);
            call.getResponseBody().write("0123".getBytes(StandardCharsets.UTF_8));
            call.getResponseBody().flush();
            call.close();
        });
        answers.add(call -> {
            assertEquals("bytes=4-", call.getRequestHeaders().getFirst("Range"));
            json(206, "456789", "digest", digest).to(call);
        });
        new Transfer(hub).receiveOfCase(ID, ID, folder.resolve("file"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("whole")), Files.readAllBytes(folder.resolve("file")));
    }

    @Test
    void aDamagedFileIsNotKept() {
        answers.add(json(200, "other", "digest", "AAAA"));
        assertThrows(IOException.class, () -> new Transfer(hub).receiveOfCase(ID, ID, folder.resolve("file")));
        assertFalse(Files.exists(folder.resolve("file")));
    }

    @Test
    void aFileIsSentWithItsDigest() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "été");
        answers.add(call -> {
            assertEquals(Transfer.digest(file), call.getRequestHeaders().getFirst("digest"));
            json(204, "").to(call);
        });
        new Transfer(hub).sendOfFolder(ID, ID, file);
        assertEquals(1, calls.size());
    }

    @Test
    void theFeedGoesOnOnceTheWorkIsDone() throws Exception {
        var place = folder.resolve("place");
        var feed = new Feed(hub, place);
        var event = "[{\"specversion\": \"1.0\", \"id\": \"1\", \"type\": \"fr.hubee.case.received.v1\"}]";
        answers.addAll(List.of(
                json(200, event, "Link", "</feed/v1/events?cursor=A>; rel=\"next\""),
                json(200, event, "Link", "</feed/v1/events?cursor=A>; rel=\"next\""),
                json(410, "{}")));

        assertThrows(
                IllegalStateException.class,
                () -> feed.read(each -> {
                    throw new IllegalStateException(each.type());
                }));
        assertFalse(Files.exists(place));
        assertTrue(feed.read(each -> assertEquals("1", each.id())));
        assertEquals("/feed/v1/events?cursor=A", Files.readString(place));
        assertFalse(feed.read(each -> {}));
        assertFalse(Files.exists(place));
    }
}
