package fr.hubee.client;

import static fr.hubee.client.TestHub.json;
import static fr.hubee.client.TestHub.refusal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.client.TestHub.Answer;
import fr.hubee.client.http.ApiException;
import fr.hubee.client.teledossiers.CaseEvent;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client against a hub that answers as each test says. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HubTest {
    private static final UUID ID = new UUID(1, 2);

    private TestHub server;
    private Hub hub;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = new TestHub();
        hub = server.hub();
    }

    @AfterEach
    void stop() {
        server.close();
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
        server.next.addAll(List.of(EMPTY, EMPTY));
        poll();
        poll();
        assertEquals(List.of("Bearer token-1", "Bearer token-1"), server.tokens);
    }

    @Test
    void aTokenIsRenewedAMinuteBeforeItEnds() throws ApiException {
        server.life = 60;
        server.next.addAll(List.of(EMPTY, EMPTY));
        poll();
        poll();
        assertEquals(List.of("Bearer token-1", "Bearer token-2"), server.tokens);
    }

    @Test
    void aRefusedTokenIsRenewedOnce() throws ApiException {
        server.next.addAll(List.of(json(401, "{}"), EMPTY, json(401, "{}"), json(401, "{}")));
        poll();
        assertEquals(List.of("Bearer token-1", "Bearer token-2"), server.tokens);
        assertEquals(401, assertThrows(ApiException.class, this::poll).getCode());
    }

    @Test
    void aCallIsSentAgainAfterTheTimeThatTheHubNames() throws ApiException {
        server.next.addAll(List.of(later(429), later(503), EMPTY));
        poll();
        assertEquals(3, server.calls.size());
    }

    @Test
    void callsAreNotRepeatedForEver() {
        server.next.addAll(List.of(later(503), later(503), later(503), later(503), EMPTY));
        assertEquals(503, assertThrows(ApiException.class, this::poll).getCode());
        assertEquals(4, server.calls.size());
    }

    @Test
    void aLimitOfTheDayIsNotWaitedFor() {
        server.next.add(json(429, "{}", "Retry-After", "3600"));
        assertEquals(429, assertThrows(ApiException.class, this::poll).getCode());
    }

    @Test
    void aRefusalIsNotSentAgain() {
        server.next.add(json(400, "{\"errors\": []}"));
        assertEquals(400, assertThrows(ApiException.class, this::poll).getCode());
    }

    @Test
    void whatCreatesHasOneKeyForAllAttempts() throws ApiException {
        server.next.addAll(List.of(later(503), json(201, "{}"), json(201, "{}"), json(201, "{}")));
        for (var key : new String[] {null, null, "mine"}) {
            hub.events().createEvent(ID, new CaseEvent().actionType(CaseEvent.ActionTypeEnum.COM_ADD), key);
        }
        assertEquals(server.keys.get(0), server.keys.get(1));
        assertNotEquals(server.keys.get(1), server.keys.get(2));
        assertEquals("mine", server.keys.get(3));
    }

    @Test
    void aCutDownloadGoesOnWhereItStopped() throws Exception {
        var digest = Transfer.digest(Files.writeString(folder.resolve("whole"), "0123456789"));
        server.next.add(call -> {
            call.sendResponseHeaders(200, 10);
            call.getResponseBody().write("0123".getBytes(StandardCharsets.UTF_8));
            call.getResponseBody().flush();
            call.close();
        });
        server.next.add(call -> {
            assertEquals("bytes=4-", call.getRequestHeaders().getFirst("Range"));
            json(206, "456789", "digest", digest).to(call);
        });
        new Transfer(hub).receiveOfCase(ID, ID, folder.resolve("file"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("whole")), Files.readAllBytes(folder.resolve("file")));
    }

    @Test
    void aDamagedFileIsNotKept() {
        server.next.add(json(200, "other", "digest", "AAAA"));
        assertThrows(IOException.class, () -> new Transfer(hub).receiveOfCase(ID, ID, folder.resolve("file")));
        assertFalse(Files.exists(folder.resolve("file")));
    }

    @Test
    void aFileIsSentWithItsDigest() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "été");
        server.next.add(call -> {
            assertEquals(Transfer.digest(file), call.getRequestHeaders().getFirst("digest"));
            json(204, "").to(call);
        });
        new Transfer(hub).sendOfFolder(ID, ID, file);
        assertEquals(1, server.calls.size());
    }

    @Test
    void aRefusedFileIsSentOnceMore() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "été");
        var digest = refusal(
                400,
                "Digest does not match with attachment content",
                "X-Request-Id",
                "7f",
                "Link",
                "<http://hub/aide/erreurs/DIGEST>; rel=\"help\"");
        server.next.addAll(List.of(digest, json(204, ""), digest, digest));
        new Transfer(hub).sendOfFolder(ID, ID, file);

        var refused = assertThrows(HubException.class, () -> new Transfer(hub).sendOfFolder(ID, ID, file));
        assertEquals(400, refused.getCode());
        assertEquals(
                "PUT /teledossiers/v1/folders/" + ID + "/attachments/" + ID
                        + ": 400 Digest does not match with attachment content"
                        + " (X-Request-Id 7f, help http://hub/aide/erreurs/DIGEST)",
                refused.getMessage());
    }

    @Test
    void aGeneratedCallSaysWhyItIsRefused() {
        server.next.add(refusal(404, "Case is not found", "X-Request-Id", "7f"));
        var refused = assertThrows(HubException.class, () -> hub.cases().getCase(ID, null));
        assertEquals(
                "GET /teledossiers/v1/cases/" + ID + ": 404 Case is not found (X-Request-Id 7f)", refused.getMessage());
    }

    @Test
    void refusedCredentialsAreNamed() {
        server.token = json(401, "{\"error_description\": \"No client\", \"error\": \"invalid_client\"}");
        var refused = assertThrows(HubException.class, this::poll);
        assertEquals("The hub refuses client and its secret (401 invalid_client)", refused.getMessage());
        assertEquals(401, refused.getCode());
    }

    @Test
    void eachCallSaysWhichSoftwareItIsTheOneForATokenToo() throws ApiException {
        server.next.add(EMPTY);
        poll();
        assertEquals(List.of("Ponant Connecteur 1.0.0", "Ponant Connecteur 1.0.0"), server.software);
    }

    @Test
    void aHubThatIsSilentIsAskedAgain() throws ApiException {
        server.next.addAll(List.of(call -> {}, EMPTY, EMPTY, EMPTY));
        assertEquals(
                List.of(), server.hub(Duration.ofSeconds(1)).notifications().getNotifications(25, null, null, true));
    }

    @Test
    void aDownloadThatStandsStillGoesOnWhereItStopped() throws Exception {
        var digest = Transfer.digest(Files.writeString(folder.resolve("whole"), "0123456789"));
        server.answers.put("GET /teledossiers/v1/cases/" + ID + "/attachments/" + ID, call -> {
            if (call.getRequestHeaders().containsKey("Range")) {
                json(206, "456789", "digest", digest).to(call);
            } else {
                call.sendResponseHeaders(200, 10);
                call.getResponseBody().write("0123".getBytes(StandardCharsets.UTF_8));
                call.getResponseBody().flush();
            }
        });
        new Transfer(server.hub(Duration.ofSeconds(1))).receiveOfCase(ID, ID, folder.resolve("file"));
        assertEquals("0123456789", Files.readString(folder.resolve("file")));
    }

    @Test
    void whoReadsMayTakeHisTime() throws Exception {
        var bytes = new byte[1 << 20];
        server.next.add(call -> {
            call.sendResponseHeaders(200, bytes.length);
            call.getResponseBody().write(bytes);
            call.close();
        });
        var answer =
                server.hub(Duration.ofSeconds(1)).send("/", HttpRequest.newBuilder(), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            body.read();
            Thread.sleep(2200); // twice as long as the hub may be silent
            assertEquals(bytes.length - 1, body.readAllBytes().length);
        }
    }

    @Test
    void theFeedGoesOnOnceTheWorkIsDone() throws Exception {
        var place = folder.resolve("place");
        var feed = new Feed(hub, place);
        var event = "[{\"specversion\": \"1.0\", \"id\": \"1\", \"type\": \"fr.hubee.case.received.v1\"}]";
        server.next.addAll(List.of(
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
