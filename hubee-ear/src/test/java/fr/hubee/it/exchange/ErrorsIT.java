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

/** Checks the answers to requests that break the contract, or are hardly requests. */
public class ErrorsIT extends OverHttp {
    public static final String UNKNOWN = "01a21045-202d-7000-a78f-04d5daa4a3f0";
    static final String FAILED = "Bad Request : Validation failed.\n[ERROR][REQUEST]";

    final Partner town = Partner.of("demo-valbourg-etatcivil");

    static final Path LOG = Path.of(System.getProperty("hubee.work", ""), "it-server", "log", "server.log");

    static String folder() {
        return Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN));
    }

    // §4.3: the errors of the contract, with their exact texts.

    @Test
    void aMissingPropertyIsNamed() {
        var answer = dila.post("/folders", folder().replace("\"applicant\"", "\"applicent\""))
                .expect(400);

        assertEquals(400, answer.json().at("/errors/0/code").asInt());
        assertEquals(
                FAILED + "[POST /teledossiers/v1/folders @body] "
                        + "Object has missing required properties ([\"applicant\"])",
                answer.error());
    }

    @Test
    void aMissingPropertyDeepInsideIsNamedWithItsPath() {
        var answer = dila.post(
                "/folders", folder().replace("\"branchCode\"", "\"branch\"").replace("\"type\": \"SI\",", ""));

        assertEquals(
                FAILED + "[POST /teledossiers/v1/folders @body] [Path '/cases/0/recipient'] "
                        + "Object has missing required properties ([\"branchCode\",\"type\"])",
                answer.error());
    }

    @Test
    void aWrongTypeIsNamedWithItsPath() {
        var answer = dila.post("/folders", folder().replace("\"size\": 41", "\"size\": \"41\""));

        assertEquals(
                FAILED + "[POST /teledossiers/v1/folders @body] [Path '/attachments/0/size'] Instance type (string) "
                        + "does not match any allowed primitive type (allowed: [\"integer\"])",
                answer.error());
    }

    @Test
    void aNumberInAnAddressThatIsNoneIsReportedAsTheContractDoes() {
        assertEquals(
                FAILED + "[GET /teledossiers/v1/notifications @query.maxResult] Instance type (string) does not match "
                        + "any allowed primitive type (allowed: [\"integer\",\"number\"]",
                town.get("/notifications?maxResult=many").error());
    }

    @Test
    void anIdentifierThatIsNoUuidIsReportedAsTheContractDoes() {
        assertEquals(
                FAILED + "[DELETE /teledossiers/v1/notifications/dddddd @path.notificationId] "
                        + "Input string \"dddddd\" is not a valid UUID",
                town.delete("/notifications/dddddd").error());
    }

    @Test
    void anUnknownQueryParameterIsUnexpected() {
        assertEquals(
                FAILED + "[GET /teledossiers/v1/notifications @query.processType] "
                        + "Query parameter 'processType' is unexpected on path \"/notifications\"",
                town.get("/notifications?processType=x").error());
    }

    @Test
    void whatIsUnknownIsNotFoundUnderItsContractName() {
        assertEquals("Folder is not found", dila.get("/folders/" + UNKNOWN).error());
        assertEquals("Case is not found", town.get("/cases/" + UNKNOWN).error());
        assertEquals(
                "Notification is not found",
                town.delete("/notifications/" + UNKNOWN).error());
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        assertEquals(
                "Event is not found",
                town.get(deposit.casePath() + "/events/" + UNKNOWN).error());
        assertEquals(
                "File is not found",
                town.get(deposit.casePath() + "/attachments/" + UNKNOWN).error());
        assertEquals(
                "Binary meta-data is not found",
                dila.upload(deposit.path() + "/attachments/" + UNKNOWN, Deposit.REQUEST)
                        .error());
    }

    @Test
    void aPostWithoutOverrideIsNotAllowed() {
        var answer = dila.post("/folders/" + UNKNOWN, "{\"globalStatus\": \"HUBEE_COMPLETED\"}")
                .expect(405);

        assertEquals("Method not allowed", answer.error());
    }

    @Test
    void aPostWithTheOverrideIsAPatch() {
        var deposit = Deposit.announce(dila, Deposit.TOWN).upload();

        dila.with("X-HTTP-Method-Override", "PATCH")
                .post(deposit.path(), "{\"globalStatus\": \"HUBEE_COMPLETED\"}")
                .expect(204);

        assertEquals("HUBEE_NOTIFIED", deposit.status());
        var status = "{\"status\": \"SENT\"}";
        town.with("X-HTTP-Method-Override", "PATCH")
                .post(deposit.casePath(), status)
                .expect(204);
    }

    @Test
    void aRecipientWithoutActiveSubscriptionRefusesTheWholeDeposit() {
        var dgs = Partner.of("demo-dgs");

        var answer =
                dgs.post("/folders", Deposit.json("CERTDC", "DD_Certificatdedeces", List.of(Deposit.TOWN, "99106")));

        assertEquals("Case recipient SI-99000106700018-99106 does not suscribed to CERTDC", answer.error());
    }

    @Test
    void anUnknownRecipientDoesNotExist() {
        var answer = dila.post("/folders", folder().replace("99000101800011", "11001401600011"));

        assertEquals("Case recipient SI-11001401600011-99101 does not exist", answer.error());
    }

    @Test
    void theProcessOfAnotherOperatorIsUnauthorized() {
        assertEquals(
                "Unauthorized user",
                Partner.of("demo-dgs").post("/folders", folder()).error());
    }

    @Test
    void whatTheProcessDoesNotEnableIsRefused() {
        dila.post("/folders", folder().replace("application/xml", "application/x-sh"))
                .expect(400);
        dila.post("/folders", folder().replace("ActeEtatCivil-XML", "autre")).expect(400);
        dila.post("/folders", folder().replace("\"size\": 41", "\"size\": 999999999999"))
                .expect(400);
    }

    @Test
    void anActionOrAStatusOutsideItsListIsRefused() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);

        town.post(deposit.casePath() + "/events", "{\"actionType\": \"DANCE\"}").expect(400);
        deposit.move(town, "DANCING").expect(400);
        town.patch(deposit.casePath(), "{\"status\": \"DANCING\"}").expect(400);
        dila.patch(deposit.casePath(), "{\"status\": \"HUBEE_RECEIVED\"}").expect(400);
    }

    @Test
    void whatWasReceivedMayBeSentBackAndUnknownFieldsArePassedOver() {
        var sentBack = folder().replaceFirst("\\{", "{\"id\": \"anything\", \"globalStatus\": 7, \"unknown\": [1], ");

        dila.post("/folders", sentBack).expect(201);
    }

    @Test
    void noErrorNamesAClassOrQuotesTheBody() {
        for (var body :
                new String[] {"{\"externalId\": \"Ada", "[]", "\"text\"", "{\"applicant\": {\"email\": 3}}", ""}) {
            var answer = dila.post("/folders", body).expect(400);
            assertFalse(answer.text().contains("fr.hubee") || answer.text().contains("jackson"), answer::toString);
            answer.hides("Ada");
            assertTrue(answer.error().startsWith(FAILED), answer::toString);
        }
    }

    /** Returns the head of a request to the API. */
    static String head(String method, String path, String more) {
        var token = Partner.newToken("demo-dila");
        return method + " /teledossiers/v1" + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\n" + more + "\r\n\r\n";
    }

    // Checks invalid and malicious requests: each is answered within seconds, leaves nothing, and does not affect
    // others.

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
                "FoldersResource.create refused to demo-dila: 400 BODY_INVALID",
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
