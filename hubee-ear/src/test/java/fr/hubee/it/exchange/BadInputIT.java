package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.RawConnection;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Checks invalid and malicious requests: each is answered within seconds, leaves nothing, and does not affect others. */
class BadInputIT extends OverHttp {
    static final Path LOG = Path.of(System.getProperty("hubee.work", ""), "it-server", "log", "server.log");

    final Partner town = Partner.of("demo-valbourg-etatcivil");

    static String folder() {
        return Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN));
    }

    /** Returns the head of a request to the API. */
    static String head(String method, String path, String more) {
        var token = Partner.newToken("demo-dila");
        return method + " /teledossiers/v1" + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\n" + more + "\r\n\r\n";
    }

    @Test
    void aHundredMegabytesOfJsonAreRefusedAtOnce() throws IOException {
        try (var connection = new RawConnection()) {
            connection.say(head("POST", "/folders", "Content-Type: application/json\r\nContent-Length: 104857600"));

            assertEquals("HTTP/1.1 413 Request Entity Too Large", connection.statusLine());
        }
    }

    @Test
    void jsonWithoutALengthIsReadUpToTheLimit() {
        var answer = Partner.send(dila.request("/folders")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(
                                " ".repeat(6 * 1024 * 1024).getBytes(StandardCharsets.UTF_8)))))
                .expect(413);

        assertEquals("Request body is too large", answer.error());
    }

    @Test
    void tenThousandNestedArraysAreRefused() {
        var deep = "[".repeat(10_000) + "]".repeat(10_000);

        dila.post("/folders", deep).expect(400);
        dila.post("/folders", folder().replaceFirst("\\{", "{\"more\": " + deep + ","))
                .expect(400);
    }

    @Test
    void aBodyShorterThanItsLengthLeavesNothing() throws IOException {
        var deposit = Deposit.announce(dila, Deposit.TOWN);
        long before = AttachmentsIT.files();

        try (var connection = new RawConnection()) {
            connection
                    .say(head("PUT", deposit.attachmentPath(), "Content-Length: 41"))
                    .say("<dem")
                    .finish();
            connection.answer();
        }
        try (var connection = new RawConnection()) {
            connection
                    .say(head("POST", "/folders", "Content-Type: application/json\r\nContent-Length: 900"))
                    .say("{\"externalId\"")
                    .finish();
            connection.answer();
        }

        assertEquals(before, AttachmentsIT.files());
        assertEquals("PENDING", dila.get(deposit.path()).field("attachments/0/status"));
        dila.upload(deposit.attachmentPath(), Deposit.REQUEST).expect(204);
    }

    @Test
    void aBodyLongerThanItsLengthIsNoSecondRequest() throws IOException {
        var deposit = Deposit.announce(dila, Deposit.TOWN);

        try (var connection = new RawConnection()) {
            connection
                    .say(head("PATCH", deposit.path(), "Content-Type: application/json\r\nContent-Length: 2"))
                    .say("{}garbage that is no request\r\n\r\n");
            var answer = connection.finish().answer();
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        }

        assertEquals("HUBEE_RECEIVED", deposit.status());
    }

    @Test
    void charactersThatNoTextHoldsAreRefused() {
        dila.post("/folders", folder().replace("Camille", "Ca\\u0000mille")).expect(400);
        dila.post("/folders", folder().replace("Camille", "\\ud800")).expect(400);
        dila.post("/folders", folder().replace("Camille", "\\ud83d\\ude00")).expect(201);
        town.get("/notifications?processCode=%00").expect(200);
    }

    @Test
    void textsThatAreTooLongAreRefused() {
        var answer = dila.post("/folders", folder().replace("Camille", "x".repeat(256)));

        assertEquals(
                "Bad Request : Validation failed.\n[ERROR][REQUEST][POST /teledossiers/v1/folders @body] "
                        + "[Path '/applicant/firstName'] String is too long (length: 256, maximum allowed: 255)",
                answer.error());
    }

    @Test
    void twoHundredThatSendAByteASecondHoldNobodyUp() throws Exception {
        var slow = new ArrayList<RawConnection>();
        var ticks = Executors.newSingleThreadScheduledExecutor();
        try {
            var head = head("POST", "/folders", "Content-Type: application/json\r\nContent-Length: 1000");
            for (int each = 0; each < 200; each++) {
                slow.add(new RawConnection().say(head).say("{"));
            }
            var ticking = ticks.scheduleAtFixedRate(
                    () -> slow.forEach(connection -> connection.trySay(" ")), 1, 1, TimeUnit.SECONDS);
            var first = slow.get(0);
            town.get("/notifications").expect(200);
            assertTrue(first.isUnanswered(), "others were answered after them only");
            // the senders go on until the server refuses them
            Wait.until(() -> {
                town.get("/notifications").expect(200);
                return !first.isUnanswered();
            });
            assertFalse(ticking.isDone());
            assertEquals("HTTP/1.1 408 Request Time-out", first.statusLine());
        } finally {
            ticks.shutdownNow();
            for (var connection : slow) {
                connection.close();
            }
        }
    }

    @Test
    void theJournalHoldsOneLineForARefusalAndNothingThatWasSent() throws IOException {
        int before = Files.readAllLines(LOG).size();
        var secret = "Confidentielle";
        dila.post("/folders", folder().replace("Camille", secret).replace("99000101800011", "11001401600011"));
        dila.post("/folders", "{\"externalId\": \"" + secret + "\", \"processCode\": [\"" + secret + "\"]}");
        town.get("/cases/" + secret);
        town.get("/notifications?" + secret + "=" + secret);
        var named = town.get("/cases/01900000-0000-7000-8000-000000000000").header("X-Request-Id");
        Partner.askToken("demo-dgs", secret);
        Partner.askToken(secret + "@example.org", secret);

        var lines = Files.readAllLines(LOG);
        lines = lines.subList(before, lines.size());

        var said = String.join("\n", lines);
        assertFalse(said.contains(secret));
        for (var line : List.of(
                "FoldersResource.create refused to demo-dila: 400 RULE in ",
                "FoldersResource.create refused to demo-dila: 400 BODY_UNREADABLE",
                "CasesResource.read refused to demo-valbourg-etatcivil: 400 PARAMETER_INVALID",
                "[" + named + "] CasesResource.read refused to demo-valbourg-etatcivil: 404 NOT_FOUND in ",
                "PARAMETER_UNKNOWN",
                "Token refused to demo-dgs: invalid_client",
                "Token refused to unknown: invalid_client")) {
            assertTrue(said.contains(line), line);
        }
        assertFalse(lines.stream().anyMatch(line -> line.startsWith("\tat ")), "a stack was written");
    }
}
