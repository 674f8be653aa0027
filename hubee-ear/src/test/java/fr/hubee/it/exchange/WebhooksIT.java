package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.hubee.it.Mailbox;
import fr.hubee.it.OverHttp;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Partner;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.people.account.ActorType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events are sent as webhooks to real receivers, as Standard Webhooks says. */
class WebhooksIT extends OverHttp {
    private static final OrganizationKey ROCHELANDE =
            new OrganizationKey(OrganizationType.SI, "99000103400018", "99103");

    private final Partner rochelande = Partner.of("demo-rochelande").atFeed();
    private final Partner operator = dila.atFeed();
    private final Receiver receiver = new Receiver();
    private final Receiver other = new Receiver();

    @AfterEach
    void stop() {
        for (var partner : List.of(rochelande, operator)) {
            for (var endpoint : partner.get("/endpoints").expect(200).json()) {
                partner.delete("/endpoints/" + id(endpoint)).expect(204);
            }
        }
        receiver.close();
        other.close();
        var described = new AsyncApi(rochelande);
        for (var received : List.of(receiver.events, other.events)) {
            received.forEach(each -> {
                described.requireDescribed(each.event());
                described.requireDescribed(each.headers());
            });
        }
    }

    /** A request that a receiver got. */
    record Received(Map<String, List<String>> headers, String body) {

        JsonNode event() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException invalid) {
                throw new AssertionError(body, invalid);
            }
        }

        String type() {
            return event().path("type").asText();
        }

        String subject() {
            return event().path("subject").asText();
        }

        boolean isSignedWith(String secret) {
            try {
                new Webhook(secret).verify(body, headers);
                return true;
            } catch (WebhookVerificationException refused) {
                return false;
            }
        }
    }

    /** Software that listens on loopback: it answers challenges, and events as it is told. */
    static final class Receiver implements AutoCloseable {
        final List<Received> events = new CopyOnWriteArrayList<>();
        private final HttpServer server;
        volatile int status = 200;
        volatile CompletableFuture<Void> answers = CompletableFuture.completedFuture(null);

        Receiver() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/hook", this::receive);
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
        }

        private void receive(HttpExchange exchange) throws IOException {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var received = new Received(Map.copyOf(exchange.getRequestHeaders()), body);
            var challenge = received.event().at("/data/challenge").asText();
            events.add(received);
            answers.join();
            exchange.getResponseHeaders().add("Location", address());
            var answer = challenge.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(challenge.isEmpty() ? status : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        }

        List<Received> of(String caseId) {
            return events.stream().filter(each -> each.subject().equals(caseId)).toList();
        }

        Received awaited(Deposit deposit) {
            return Wait.until(() -> of(deposit.caseId()), got -> !got.isEmpty()).get(0);
        }

        @Override
        public void close() {
            answers.complete(null);
            server.stop(0);
        }
    }

    private static JsonNode made(Partner partner, Receiver of) {
        return partner.post(
                        "/endpoints", "{\"address\":\"%s\",\"processCodes\":[\"EtatCivil\"]}".formatted(of.address()))
                .expect(201)
                .json();
    }

    private JsonNode proven(Receiver of) {
        return proven(rochelande, of);
    }

    static JsonNode proven(Partner partner, Receiver of) {
        var endpoint = made(partner, of);
        partner.post("/endpoints/" + id(endpoint) + "/proof", "").expect(202);
        Wait.until(
                () -> partner.get("/endpoints/" + id(endpoint)).field("state").equals("ACTIVE"));
        return endpoint;
    }

    private static String id(JsonNode endpoint) {
        return endpoint.path("id").asText();
    }

    private String state(JsonNode endpoint) {
        return rochelande.get("/endpoints/" + id(endpoint)).expect(200).field("state");
    }

    private Deposit deposit() {
        return Deposit.complete(dila, "EtatCivil", "ActeEtatCivil-XML", "99103");
    }

    /** Makes each retry due now, as after some time. */
    private static void retryNow(JsonNode endpoint) {
        var id = UUID.fromString(id(endpoint));
        Database.change("update webhook_delivery set next_at = now() where endpoint_id = ? and next_at > now()", id);
        Database.change("update webhook_endpoint set due_at = now(), rests_until = null where id = ?", id);
    }

    @Test
    void aProvenEndpointGetsEachEventSigned() throws Exception {
        var endpoint = made(rochelande, receiver);
        assertEquals("TO_PROVE", state(endpoint));
        assertEquals(endpoint, made(rochelande, receiver), "a repeated request makes nothing more");
        rochelande.post("/endpoints/" + id(endpoint) + "/test", "").expect(400); // it has not agreed
        var unheard = deposit();
        Wait.until(() -> Database.count("feed_event where aggregateid = ?", unheard.theCase()) > 0);
        rochelande.post("/endpoints/" + id(endpoint) + "/proof", "").expect(202);
        Wait.until(() -> state(endpoint).equals("ACTIVE"));
        var secret = endpoint.path("secret").asText();
        assertTrue(receiver.events.get(0).isSignedWith(secret));

        var deposit = deposit();
        var got = receiver.awaited(deposit);
        assertTrue(got.isSignedWith(secret));
        assertEquals("fr.hubee.case.received.v1", got.type());
        assertEquals(
                got.event().path("id").asText(), got.headers().get("Webhook-id").get(0));
        assertTrue(got.headers().get("Webhook-signature").get(0).matches("v1,\\S+ v1a,\\S+"));
        assertEquals(List.of(), receiver.of(unheard.caseId()), "what came before the proof");
        assertFalse(got.isSignedWith("whsec_" + "A".repeat(43) + "="));

        for (int i = 0; i < 3; i++) {
            rochelande.post("/endpoints/" + id(endpoint) + "/test", "").expect(202);
        }
        Wait.until(() -> receiver.events.stream().anyMatch(each -> each.type().equals("fr.hubee.endpoint.test.v1")));
        var shown = rochelande.get("/endpoints/" + id(endpoint)).json();
        assertTrue(shown.path("secret").isNull(), "it is shown once");
        assertEquals(publicKeys(endpoint), texts(shown.path("publicKeys"), JsonNode::asText));
        Wait.until(
                () -> rochelande.get("/endpoints/" + id(endpoint) + "/attempts").each("status"),
                List.of("200", "200", "200")::equals); // one test, and others later
    }

    private static List<String> texts(JsonNode array, Function<JsonNode, String> text) {
        return StreamSupport.stream(array.spliterator(), false).map(text).toList();
    }

    /** Reads the keys where everybody may. */
    private static List<String> publicKeys(JsonNode endpoint) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(Partner.address() + "/.well-known/webhooks/" + id(endpoint)))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        return texts(
                new ObjectMapper().readTree(answer.body()).path("keys"),
                key -> "whpk_"
                        + Base64.getEncoder()
                                .encodeToString(Base64.getUrlDecoder()
                                        .decode(key.path("x").asText())));
    }

    @Test
    void theFormerSecretSignsTooAfterARenewal() throws Exception {
        var endpoint = proven(receiver);
        var renewed = rochelande
                .post("/endpoints/" + id(endpoint) + "/secret", "")
                .expect(200)
                .json();
        assertNotEquals(endpoint.path("secret"), renewed.path("secret"));
        var got = receiver.awaited(deposit());
        assertTrue(got.isSignedWith(endpoint.path("secret").asText()));
        assertTrue(got.isSignedWith(renewed.path("secret").asText()));
        assertEquals(2, publicKeys(endpoint).size());
    }

    @Test
    void whatFailsIsSentAgainBeforeWhatFollowsInItsCase() {
        var endpoint = proven(operator, receiver);
        receiver.status = 307;
        var deposit = deposit();
        receiver.awaited(deposit);
        deposit.move(Partner.of("demo-rochelande"), "IN_PROGRESS").expect(201);
        var later = deposit();
        receiver.awaited(later);
        receiver.status = 200;
        retryNow(endpoint);
        var got = Wait.until(
                () -> receiver.of(deposit.caseId()),
                all -> all.get(all.size() - 1).type().contains("status"));
        assertEquals("fr.hubee.case.status.v1", got.get(got.size() - 1).type());
        assertEquals(
                Set.of("fr.hubee.case.complete.v1"),
                got.stream().limit(got.size() - 1).map(Received::type).collect(Collectors.toSet()));
        assertTrue(got.size() > 2, "it was sent again");
        assertEquals(
                1,
                got.stream()
                        .limit(got.size() - 1)
                        .map(each -> each.headers().get("Webhook-id"))
                        .distinct()
                        .count());
    }

    @Test
    void anEndpointThatIsGoneIsDisabledAndItsAdministratorsGetAMail() {
        var camille = Database.insert(NewPerson.camille(ROCHELANDE, ActorType.LOCAL_ADMINISTRATOR));
        var endpoint = proven(receiver);
        receiver.status = 410;
        var failed = deposit();
        receiver.awaited(failed);
        Wait.until(() -> state(endpoint).equals("DISABLED"));
        Database.change(
                "update webhook_delivery set next_at = null where endpoint_id = ?", UUID.fromString(id(endpoint)));
        Mailbox.of(camille.email()).await().shows("127.0.0.1", "Rochelande");
        assertEquals(1, Database.count("audit_entry where action = 'ENDPOINT_DISABLED' and subject = ?", id(endpoint)));
        receiver.status = 200;
        var missed = deposit();
        rochelande.post("/endpoints/" + id(endpoint) + "/proof", "").expect(202);
        receiver.awaited(missed);
        Wait.until(() -> receiver.of(failed.caseId()).size() > 1);
    }

    @Test
    void whatTheEndpointMayNoLongerReadIsNotSentAgain() {
        var endpoint = proven(receiver);
        var row = "webhook_delivery where endpoint_id = ?";
        receiver.status = 500;
        var deposit = deposit();
        receiver.awaited(deposit);
        Wait.until(() -> Database.count(row, UUID.fromString(id(endpoint))) == 1);
        var wanted = "{\"address\":\"%s\",\"processCodes\":[\"FormulaireQF\"]}".formatted(receiver.address());
        rochelande.put("/endpoints/" + id(endpoint), wanted).expect(200);
        int before = receiver.of(deposit.caseId()).size();
        receiver.status = 200;
        retryNow(endpoint);
        Wait.until(() -> Database.count(row, UUID.fromString(id(endpoint))) == 0);
        assertEquals(before, receiver.of(deposit.caseId()).size());
    }

    @Test
    void aHangingEndpointDelaysNobody() {
        var hanging = proven(other);
        other.answers = new CompletableFuture<>();
        proven(receiver);
        var first = deposit();
        other.awaited(first);
        receiver.awaited(first);
        receiver.awaited(deposit());
        assertEquals("ACTIVE", state(hanging));
    }

    @Test
    void whatIsWantedDuringASendingStaysWanted() {
        var endpoint = proven(receiver);
        receiver.answers = new CompletableFuture<>();
        receiver.awaited(deposit());
        rochelande.post("/endpoints/" + id(endpoint) + "/test", "").expect(202);
        receiver.answers.complete(null);
        Wait.until(() -> receiver.events.stream().anyMatch(each -> each.type().equals("fr.hubee.endpoint.test.v1")));

        receiver.answers = new CompletableFuture<>();
        var deposit = deposit();
        receiver.awaited(deposit);
        rochelande.post("/endpoints/" + id(endpoint) + "/pause", "").expect(204);
        receiver.answers.complete(null);
        var free = "webhook_endpoint where id = ? and lease is null and due_at is null";
        Wait.until(() -> Database.count(free, UUID.fromString(id(endpoint))) == 1);
        assertEquals("PAUSED", state(endpoint));
        rochelande.post("/endpoints/" + id(endpoint) + "/resume", "").expect(204);
        receiver.awaited(deposit());
        assertEquals(1, receiver.of(deposit.caseId()).size(), "it had arrived");
    }

    @Test
    void whatAFormerAddressAnswersSaysNothingOfAnother() {
        var endpoint = made(rochelande, receiver);
        receiver.answers = new CompletableFuture<>();
        rochelande.post("/endpoints/" + id(endpoint) + "/proof", "").expect(202);
        Wait.until(() -> !receiver.events.isEmpty());
        var wanted = "{\"address\":\"%s\",\"processCodes\":[\"EtatCivil\"]}".formatted(other.address());
        rochelande.put("/endpoints/" + id(endpoint), wanted).expect(200);
        receiver.answers.complete(null);
        rochelande.post("/endpoints/" + id(endpoint) + "/proof", "").expect(202);
        Wait.until(() -> state(endpoint).equals("ACTIVE"));
        assertEquals(1, other.events.size(), "the new address has agreed itself");
        var attempts = rochelande.get("/endpoints/" + id(endpoint) + "/attempts");
        assertEquals(List.of("200"), attempts.each("status"));
    }

    @Test
    void anotherNodeTakesOverWhatADeadOneHeld() {
        var endpoint = proven(receiver);
        var id = UUID.fromString(id(endpoint));
        Wait.until(() -> Database.count("webhook_endpoint where id = ? and lease is null", id) == 1);
        Database.change(
                "update webhook_endpoint set lease = ?, leased_until = now() + interval '1 hour' where id = ?",
                UUID.randomUUID(),
                id);
        var deposit = deposit();
        other.status = 200;
        proven(other);
        other.awaited(deposit());
        assertEquals(List.of(), receiver.of(deposit.caseId()));
        Database.change("update webhook_endpoint set leased_until = now() where id = ?", id);
        receiver.awaited(deposit);
    }

    @Test
    void aPausedEndpointGetsWhatItMissedLater() {
        var endpoint = proven(receiver);
        rochelande.post("/endpoints/" + id(endpoint) + "/pause", "").expect(204);
        proven(other);
        var deposit = deposit();
        other.awaited(deposit);
        assertEquals(List.of(), receiver.of(deposit.caseId()));
        rochelande.post("/endpoints/" + id(endpoint) + "/resume", "").expect(204);
        receiver.awaited(deposit);
    }

    @Test
    void aRestoredHubSendsNothingUntilItsOperatorSaysSo() {
        proven(receiver);
        Database.change("update feed_head set sends = false");
        try {
            var first = deposit();
            var second = deposit();
            Wait.until(() ->
                    Database.count("feed_event where aggregateid = ? and position is not null", second.theCase()) > 0);
            assertEquals(List.of(), receiver.of(first.caseId()));
            Database.change("update feed_head set sends = true");
            receiver.awaited(first);
            receiver.awaited(second);
        } finally {
            Database.change("update feed_head set sends = true");
        }
    }

    @Test
    void anEndpointIsOfItsOrganizationAndOfTheInternet() {
        var endpoint = made(rochelande, receiver);
        var stranger = Partner.of("demo-clairmont-etatcivil").atFeed();
        stranger.get("/endpoints/" + id(endpoint)).expect(403);
        stranger.post("/endpoints/" + id(endpoint) + "/proof", "").expect(403);
        stranger.delete("/endpoints/" + id(endpoint)).expect(403);
        assertFalse(stranger.get("/endpoints").text().contains(id(endpoint)));
        var mine = made(rochelande, other);
        Database.change("""
                insert into api_client select (jsonb_populate_record(c, '{"client_id": "software-beside"}')).*
                from api_client c where client_id = ?""", "demo-rochelande");
        Database.change(
                "update webhook_endpoint set client_id = 'software-beside' where id = ?",
                UUID.fromString(id(endpoint)));
        rochelande.post("/endpoints/" + id(endpoint) + "/secret", "").expect(403); // of other software of its town
        assertEquals(List.of(id(mine)), rochelande.get("/endpoints").each("id"));
        Database.change("delete from api_client where client_id = ?", "software-beside");
        rochelande
                .post("/endpoints", "{\"address\":\"" + receiver.address() + "\",\"processCodes\":[\"CERTDC\"]}")
                .expect(403);
        for (var local : List.of("https://10.0.0.1/", "https://169.254.169.254/", "http://town.example/")) {
            rochelande.post("/endpoints", "{\"address\":\"" + local + "\"}").expect(400);
        }
        assertNull(mine.get("failingSince").textValue());
    }
}
