package fr.hubee.it.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.Wait;
import fr.hubee.it.attack.Stranger;
import fr.hubee.it.attack.Stranger.Heard;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.SentForm;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.people.account.ActorType;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Checks that a collector receives the recorded requests: their kind and duration, and nothing of their content. The server under test
 * records only those that a proxy selects ({@code arquillian.xml}).
 */
class TracesIT extends OverHttp {
    static final Stranger PROXY = new Stranger("127.70.0.1");
    static final Stranger SOMEBODY = new Stranger("127.70.0.2");
    static final String CALLER_SPAN = "00f067aa0ba902b7";

    static Collector collector;

    final String token = Partner.newToken("demo-valbourg-etatcivil");
    final String requestId = UUID.randomUUID().toString();
    final String trace = newTrace();

    @BeforeAll
    static void listen() throws IOException {
        collector = new Collector();
    }

    @AfterAll
    static void listenNoMore() {
        collector.close();
    }

    static String newTrace() {
        var id = new byte[16];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    Heard call(Stranger from, String method, String path, String trace, String sampled) {
        var headers = new HashMap<>(recorded(trace, sampled));
        headers.put("Authorization", "Bearer " + token);
        return from.send(method, path, headers, "");
    }

    Map<String, String> recorded(String trace, String sampled) {
        return Map.of("X-Request-Id", requestId, "traceparent", "00-" + trace + "-" + CALLER_SPAN + "-" + sampled);
    }

    static List<HeardSpan> await(String trace) {
        return Wait.until(
                () -> collector.of(trace),
                spans -> spans.stream().anyMatch(span -> span.parent().equals(CALLER_SPAN)));
    }

    static HeardSpan request(List<HeardSpan> spans) {
        return spans.stream()
                .filter(span -> span.parent().equals(CALLER_SPAN))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRequestContinuesTheTraceOfOurProxyWithItsStatementsBelow() throws SQLException {
        var town = Partner.of("demo-valbourg-etatcivil");
        var deposit = Deposit.complete(Partner.of("demo-dila"), Deposit.TOWN);
        var notification = town.notificationOf(deposit.caseId()).path("id").asText();

        var answer = whileHeld(notification);

        assertEquals(204, answer.status(), answer::head);
        assertEquals(requestId, answer.header("X-Request-Id"));
        var spans = await(trace);
        var request = request(spans);
        assertEquals("DELETE /teledossiers/v1/notifications/{notificationId}", request.name());
        assertEquals(
                Map.of(
                        "http.request.method", "DELETE",
                        "http.route", "/teledossiers/v1/notifications/{notificationId}",
                        "http.response.status_code", "204",
                        "hubee.request_id", requestId),
                request.attributes());
        assertTrue(
                spans.stream()
                        .anyMatch(span -> span.name().equals("delete notification")
                                && span.parent().equals(request.id())
                                && span.attributes().get("db.system.name").equals("postgresql")),
                spans::toString);
        assertNotSaid(notification, token);
    }

    /** Sends a request whose statement waits, while the database shows which request it is. */
    Heard whileHeld(String notification) throws SQLException {
        try (var other = Database.connect()) {
            other.setAutoCommit(false);
            try (var lock = other.prepareStatement("select id from notification where id = ? for update")) {
                lock.setObject(1, UUID.fromString(notification));
                lock.executeQuery();
            }
            var answer = CompletableFuture.supplyAsync(
                    () -> call(PROXY, "DELETE", "/teledossiers/v1/notifications/" + notification, trace, "01"));
            Wait.until(() -> Database.count(
                            "pg_stat_activity where wait_event_type = 'Lock' and query like ?",
                            "/* request=" + requestId + " */ %")
                    == 1);
            other.commit();
            return answer.join();
        }
    }

    @Test
    void aCallReadsInOneStatementWhatItNeeds() {
        var town = Partner.of("demo-valbourg-etatcivil");
        var dila = Partner.of("demo-dila");
        var done = Deposit.complete(dila, Deposit.TOWN);
        var event = done.casePath() + "/events/" + done.move(town, "DONE").field("id");
        var deposit = Deposit.announce(dila, Deposit.TOWN);
        var software = Partner.newToken("demo-dila");

        assertEquals(1, reads(software, "GET", event, ""));
        assertEquals(1, reads(software, "PATCH", event, "{\"status\": \"RECEIVED\"}"));
        assertEquals(1, reads(software, "PATCH", done.casePath(), "{\"status\": \"CLOSED\"}"));
        var request = new String(Deposit.REQUEST, StandardCharsets.UTF_8);
        assertEquals(2, reads(software, "PUT", deposit.attachmentPath(), request), "before its bytes, and after them");
        deposit.complete();
        assertEquals(1, reads(token, "GET", deposit.casePath(), ""));
        var file = deposit.casePath() + "/attachments/" + deposit.attachmentId();
        reads(token, "GET", file, ""); // its key, too
        assertEquals(1, reads(token, "GET", file, ""));
    }

    private long reads(String software, String method, String path, String body) {
        var called = newTrace();
        var headers = new HashMap<>(recorded(called, "01"));
        headers.put("Authorization", "Bearer " + software);
        headers.put("Content-Type", method.equals("PUT") ? "application/octet-stream" : "application/json");
        // its token is known then
        SOMEBODY.send("GET", "/teledossiers/v1/notifications", Map.of("Authorization", "Bearer " + software), "");
        var answer = PROXY.send(method, "/teledossiers/v1" + path, headers, body);
        assertTrue(answer.status() < 300, answer::body);
        return await(called).stream()
                .filter(span -> span.name().startsWith("select"))
                .count();
    }

    static void assertNotSaid(String... words) {
        for (var word : words) {
            assertFalse(collector.said().contains(word), word);
        }
    }

    @Test
    void nothingOfWhatACallerWritesIsTraced() {
        var folder = UUID.randomUUID().toString();
        call(PROXY, "GET", "/teledossiers/v1/folders/" + folder + "?nom=Martin-Durand", trace, "01");
        var page = newTrace();
        call(PROXY, "GET", "/teledossiers?recherche=Durand-Martin", page, "01");
        var nowhere = newTrace();
        call(PROXY, "BREW", "/chez/Lopez-Petit", nowhere, "01");

        assertEquals(
                "GET /teledossiers/v1/folders/{folderId}", request(await(trace)).name());
        assertEquals("GET /teledossiers", request(await(page)).name());
        assertTrue(request(await(nowhere)).name().startsWith("_OTHER"));
        assertNotSaid(folder, "Durand", "Lopez", "BREW", "127.70.0.1", "demo-valbourg");
    }

    @Test
    void aTraceThatAStrangerBringsIsNotContinued() {
        var brought = newTrace();
        call(SOMEBODY, "GET", "/teledossiers/v1/notifications", brought, "01");
        call(PROXY, "GET", "/teledossiers/v1/notifications", trace, "01");

        await(trace);
        assertEquals(List.of(), collector.of(brought));
    }

    @Test
    void whatOurProxyDoesNotRecordTheHubDoesNotEither() {
        var unrecorded = newTrace();
        call(PROXY, "GET", "/teledossiers/v1/notifications", unrecorded, "00");
        call(PROXY, "GET", "/teledossiers/v1/notifications", trace, "01");

        await(trace);
        assertEquals(List.of(), collector.of(unrecorded));
    }

    @Test
    void aMailThatARecordedRequestAsksForIsRecordedToo() {
        var person = Database.insert(NewPerson.ada(Organizations.VALBOURG, ActorType.AGENT));
        var page = SOMEBODY.send("GET", "/mot-de-passe-oublie", Map.of(), "");
        var login = "login=" + URLEncoder.encode(person.email(), StandardCharsets.UTF_8);

        var headers = new HashMap<>(recorded(trace, "01"));
        headers.put("Sec-Fetch-Site", "same-origin");

        var answer = PROXY.send("POST", "/mot-de-passe-oublie", headers, SentForm.of(page.body(), login + "&ask=ask"));

        assertEquals(200, answer.status(), answer::body);
        var round = Wait.until(() -> collector.begunBy(trace), begun -> !begun.isEmpty())
                .get(0);
        assertEquals("mails", round.name());
        assertEquals("", round.parent());
        assertEquals(requestId, round.attributes().get("hubee.begun_by"));
        var sent = Wait.until(
                        () -> collector.of(round.trace()).stream()
                                .filter(span -> span.name().equals("SMTP send"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertEquals(round.id(), sent.parent());
        assertEquals(
                Set.of("hubee.system", "network.protocol.name", "server.address", "server.port"),
                sent.attributes().keySet());
        assertEquals(System.getProperty("hubee.it.smtp"), sent.attributes().get("server.port"));
        assertNotSaid(person.email(), "Lovelace", "mot de passe");
    }

    @Test
    void theRunOfAJobIsRecordedWithItsStepsAndChunks() {
        var run = UuidV7.next();
        Database.change("""
                insert into job_run (id, job, state, cause, asked_at, slot, parameters, attempt, done, skipped, failed, stop_wanted)
                values (?, 'RETENTION', 'WAITING', 'HAND', now(), now(), '{}', 1, 0, 0, 0, false)""", run);

        var job = Wait.until(() -> collector.named(run.toString()), heard -> !heard.isEmpty())
                .get(0);

        assertEquals("job retention", job.name());
        var spans = collector.of(job.trace());
        var step = spans.stream()
                .filter(span -> span.name().equals("step review-rules"))
                .findFirst()
                .orElseThrow();
        assertEquals(job.id(), step.parent());
        assertTrue(
                spans.stream()
                        .anyMatch(span -> span.name().equals("chunk")
                                && span.parent().equals(step.id())
                                && Integer.parseInt(span.attributes().get("hubee.items")) > 0),
                spans::toString);
        assertTrue(spans.stream().anyMatch(span -> span.attributes().containsKey("db.system.name")), spans::toString);
    }
}
