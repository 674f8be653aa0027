package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.it.OverHttp;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The feed of events, as software follows it. */
class FeedIT extends OverHttp {
    private final Partner rochelande = Partner.of("demo-rochelande");

    private static Deposit deposit(Partner operator) {
        return Deposit.complete(operator, "EtatCivil", "ActeEtatCivil-XML", "99103");
    }

    /** Follows a feed by its cursors. */
    static final class Reader {
        private final Partner software;
        private final AsyncApi described;
        private String next = "/events?limit=1000";

        /** Begins after all that has happened. */
        Reader(Partner software) {
            this.software = software.atFeed();
            described = new AsyncApi(software);
            while (!next().isEmpty()) {
                // what others did
            }
        }

        List<JsonNode> next() {
            return read(software.get(next).expect(200));
        }

        private List<JsonNode> read(Answer answer) {
            next = next(answer);
            var events = new ArrayList<JsonNode>();
            answer.json().forEach(events::add);
            events.forEach(described::requireDescribed);
            return events;
        }

        static String next(Answer answer) {
            return answer.header("Link").replaceFirst("^</feed/v1(.*)>; rel=\"next\"$", "$1");
        }

        Answer waiting(int seconds) {
            return software.get(next.replace("wait=0", "wait=" + seconds)).expect(200);
        }

        String cursor() {
            return next.replaceFirst(".*cursor=([^&]*).*", "$1");
        }

        /** Returns the events of one case, as soon as there are so many. */
        List<JsonNode> of(String caseId, int count) {
            var found = new ArrayList<JsonNode>();
            Wait.until(() -> {
                next().stream()
                        .filter(each -> each.path("subject").asText().equals(caseId))
                        .forEach(found::add);
                return found.size() >= count;
            });
            return found;
        }
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream()
                .map(each -> each.path("type").asText().replaceFirst("fr\\.hubee\\.case\\.(.*)\\.v1", "$1"))
                .toList();
    }

    @Test
    void bothPartiesFollowACaseAndNobodyElse() {
        var service = new Reader(rochelande);
        var operator = new Reader(dila);
        var other = new Reader(Partner.of("demo-valbourg-etatcivil"));

        var deposit = deposit(dila);
        var caseId = deposit.caseId();
        deposit.move(rochelande, "IN_PROGRESS").expect(201);
        var asked = deposit.move(rochelande, "ADD_AWAITING").expect(201).field("id");
        dila.patch(deposit.casePath() + "/events/" + asked, "{\"status\": \"RECEIVED\"}");
        dila.post(deposit.casePath() + "/events", """
                {"actionType": "SENDING_MESSAGE", "author": "Mme Secret", "message": "secret", "notification": true}""").expect(201);
        rochelande.patch(deposit.casePath(), "{\"status\": \"DONE\"}");
        deposit.move(dila, "CLOSED").expect(201);

        var received = service.of(caseId, 4);
        assertEquals(List.of("received", "read", "message", "closed"), types(received));
        assertEquals(List.of("complete", "status", "complement", "status"), types(operator.of(caseId, 4)));
        assertEquals(
                List.of(),
                other.next().stream()
                        .filter(each -> each.toString().contains(caseId))
                        .toList());

        var first = received.get(0);
        assertEquals("1.0", first.path("specversion").asText());
        assertTrue(first.path("source").asText().endsWith("/teledossiers/v1"));
        assertEquals(
                Map.of("caseId", caseId, "processCode", "EtatCivil", "status", "HUBEE_NOTIFIED"),
                new ObjectMapper().convertValue(first.path("data"), Map.class));
        var known = new TreeSet<String>();
        received.forEach(each -> each.path("data").fieldNames().forEachRemaining(known::add));
        assertEquals(new TreeSet<>(List.of("action", "caseId", "eventId", "processCode", "status")), known);
    }

    @Test
    void whoeverWaitsIsAnsweredAsSoonAsSomethingHappensAndOthersWhenTheirTimeIsOver() {
        var service = new Reader(rochelande);
        var nobody = new Reader(Partner.of("demo-valbourg-etatcivil"));
        var quiet = CompletableFuture.supplyAsync(() -> nobody.waiting(30));
        var waiting = CompletableFuture.supplyAsync(() -> service.waiting(30));

        var caseId = deposit(dila).caseId();

        waiting.join(); // perhaps with what others did a moment before
        Wait.until(() -> service.waiting(30).text().contains(caseId));
        assertFalse(quiet.isDone());
        assertEquals("[]", nobody.waiting(1).text());
    }

    @Test
    void whatAnotherNodeWroteIsKnownHereToo() {
        var service = new Reader(rochelande);
        var caseId = deposit(dila).caseId();
        service.of(caseId, 1);
        var waiting = CompletableFuture.supplyAsync(() -> service.waiting(30));
        Database.change("""
                insert into feed_unsealed (id, aggregateid, type, payload, occurred_at, organization_type, company_register, branch_code, process_code)
                select gen_random_uuid(), aggregateid, type, payload, now(), organization_type, company_register, branch_code, process_code
                from feed_event where aggregateid = ? and organization_type = 'SI'""", UUID.fromString(caseId));
        waiting.join().shows(caseId);
    }

    @Test
    void aStreamGoesOnWhereItsReaderWas() throws Exception {
        var cursor = new Reader(rochelande).cursor();
        var software = rochelande.atFeed().with("Accept", "text/event-stream");
        var first = deposit(dila);
        String id;
        try (var stream = lines(software, "/events?cursor=" + cursor)) {
            id = idOf(stream, first.caseId());
            idOf(stream, deposit(dila).caseId());
        }
        var third = deposit(dila);
        try (var stream = lines(software.with("Last-Event-ID", id), "/events")) {
            var id3 = idOf(stream, third.caseId());
            assertFalse(id3.equals(id));
        }
        assertEquals(
                "text/event-stream",
                software.stream("/events").headers().firstValue("Content-Type").orElseThrow());
    }

    private static BufferedReader lines(Partner software, String path) throws IOException, InterruptedException {
        return new BufferedReader(new InputStreamReader(software.stream(path).body(), StandardCharsets.UTF_8));
    }

    /** Reads until the event of that case, and returns its identifier. */
    private static String idOf(BufferedReader stream, String caseId) throws IOException {
        var id = "";
        for (var line = stream.readLine(); ; line = stream.readLine()) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.contains("\"subject\":\"" + caseId)) {
                return id;
            }
        }
    }

    @Test
    void whoeverWaitsOrStreamsReadsNothingMoreOnceTheTokenHasEnded() throws Exception {
        var software = Partner.withToken(Partner.address(), Partner.newToken("demo-rochelande"));
        var reader = new Reader(software);
        var waiting =
                CompletableFuture.supplyAsync(() -> software.atFeed().get(reader.next.replace("wait=0", "wait=30")));
        var streaming = software.atFeed().with("Accept", "text/event-stream");
        try (var stream = lines(streaming, "/events?cursor=" + reader.cursor())) {
            Database.change("""
                    delete from access_token where client_id = 'demo-rochelande'
                    and expires_at = (select max(expires_at) from access_token where client_id = 'demo-rochelande')""");
            Wait.untilForgotten(() -> software.atFeed().get("/events?limit=1").status() == 401);

            var caseId = deposit(dila).caseId();

            waiting.join().expect(401);
            assertTrue(stream.lines().noneMatch(line -> line.contains(caseId)));
        }
    }

    @Test
    void whatMayBeMissingIsSaidAndWhatTheHubDidNotMakeIsRefused() {
        var service = new Reader(rochelande);
        var feed = rochelande.atFeed();
        assertEquals(
                "Cursor is not valid: begin without one",
                feed.get("/events?cursor=AAAA").expect(400).error());
        feed.get("/events?from=1").expect(400);
        feed.get("/events?limit=0").expect(400);
        feed.get("/events?limit=1000").expect(200);
        feed.get("/events?limit=1001")
                .expect(400)
                .shows(
                        "@query.limit] Numeric instance is greater than the required maximum (maximum: 1000, found: 1001)");
        Partner.send(Partner.to("/feed/v1/events")).expect(401);
        feed.get("/nothing").expect(404);

        Database.change("update feed_head set epoch = gen_random_uuid()"); // as a restore does
        Wait.until(() -> feed.get(service.next).status() == 410);
        assertTrue(feed.with("Accept", "text/event-stream")
                .get(service.next)
                .expect(410)
                .error()
                .contains("begin without one"));
        feed.get("/events").expect(200);
    }
}
