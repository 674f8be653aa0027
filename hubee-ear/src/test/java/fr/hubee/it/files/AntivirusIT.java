package fr.hubee.it.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fr.hubee.it.Wait;
import fr.hubee.it.operation.HeldUpload;
import fr.hubee.it.portal.PersonUpload;
import fr.hubee.it.server.OwnScanner;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.kernel.security.TokenText;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.launcher.Clamd;
import fr.hubee.launcher.FickleLine;
import fr.hubee.launcher.ServerProcess;
import fr.hubee.people.account.ActorType;
import fr.hubee.websecurity.PersonCookie;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Checks that a real clamd scans each file before anyone but its sender can read it; files wait while it is unavailable. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AntivirusIT {
    private static final String MORE = """
            {"actionType": "ATTACH_DEPOSIT", "notification": true,
             "attachments": [{"fileName": "complement.xml", "type": "ActeEtatCivil-XML", "size": %d,
               "mimeType": "application/xml"}]}""";

    /** A démarche whose agents may add files. */
    private static final String DEPOSITING = "recensementCitoyen";

    private static final String SENT = "{\"status\": \"SENT\"}";

    private static final int PLACES = 10;

    /** A PDF with a password, as a scanner recognises it. */
    private static final byte[] ENCRYPTED = """
            %PDF-1.4
            1 0 obj
            <</Type/Catalog/Pages 2 0 R>>
            endobj
            2 0 obj
            <</Type/Pages/Kids[]/Count 0>>
            endobj
            3 0 obj
            <</Filter/Standard/V 1/R 2/O<00>/U<00>/P -4>>
            endobj
            trailer
            <</Root 1 0 R/Size 4/Encrypt 3 0 R/ID[<00><00>]>>
            startxref
            0
            %%EOF
            """.getBytes(StandardCharsets.US_ASCII);

    private static OwnScanner clamd;
    private static FickleLine line;
    private static OwnServer own;
    private static ServerProcess server;
    private static Partner dila;
    private static Partner town;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Clamd.installed().isPresent() || "true".equals(System.getenv("CI")), "clamd is not installed");
        clamd = OwnScanner.start();
        line = FickleLine.to(clamd.port());
        own = OwnServer.prepareWithClock("antivirus", "512m").set("HUBEE_ANTIVIRUS", "127.0.0.1:" + line.port());
        server = own.start();
        signIn();
    }

    private static void signIn() {
        dila = Partner.signIn(own.address(), "demo-dila");
        town = Partner.signIn(own.address(), "demo-valbourg-etatcivil");
    }

    @AfterAll
    static void stop() throws Exception {
        if (clamd != null) {
            server.close();
            line.close();
            clamd.close();
            own.close();
        }
    }

    @Test
    void theStartTellsThatTheScannerTakesLessThanDemarches() throws Exception {
        var log = Files.readString(server.log(), StandardCharsets.ISO_8859_1);

        assertTrue(log.contains("HUBEE-ANTIVIRUS-LIMITS clamd refuses files of 1"), log);
        var nina = Partner.send(HttpRequest.newBuilder(URI.create(own.address() + "/a-surveiller"))
                .header(
                        "Cookie",
                        PersonCookie.NAME + "="
                                + session(NewPerson.camille(Organizations.HUB, ActorType.NATIONAL_ADMINISTRATOR))));
        assertTrue(nina.text().contains("L’antivirus refuse les fichiers de 1"), nina::text);
    }

    @Test
    void aCleanFileIsReceivedByTheUploadItself() {
        var deposit = Deposit.announce(dila, Deposit.TOWN).upload();

        assertEquals("RECEIVED", status(deposit));
        assertEquals("HUBEE_NOTIFIED", deposit.complete().status());
        town.get(file(deposit)).expect(200);
    }

    @Test
    void anInfectedFileIsKeptFromEverybodyAndTheDepositGoesOn() throws Exception {
        for (var virus : List.of(Clamd.EICAR, Clamd.INFECTED)) {
            var deposit = deposit(xml(virus));

            assertEquals("CORRUPTED", status(deposit));
            assertEquals("HUBEE_NOTIFIED", deposit.complete().status());
            var seen = town.get(deposit.casePath()).json().path("attachments").path(0);
            assertEquals("CORRUPTED", seen.path("status").asText());
            town.get(file(deposit)).expect(404);
            dila.get(file(deposit)).expect(404);
            for (var reader :
                    List.of(dila.get(deposit.path() + "/verdicts"), town.get(deposit.casePath() + "/verdicts"))) {
                assertEquals("CORRUPTED", reader.field("0/status"), reader::toString);
                assertTrue(reader.field("0/reason").contains("Test"), reader::toString);
            }
            assertEquals(
                    1,
                    own.sql()
                            .number(
                                    "select count(*) from audit_entry where action = 'ATTACHMENT_BLOCKED' and subject = '%s'"
                                            .formatted(deposit.attachmentId())));
        }
    }

    @Test
    void anAgentIsInformedAtOnceOfAnInfectedFileAndNothingOfItIsKept() throws Exception {
        var deposit = Deposit.complete(dila, DEPOSITING, "10870-XML", Deposit.TOWN);
        own.sql()
                .change("update cases set access_mode = 'PORTAIL', status = 'IN_PROGRESS' where id = '%s'"
                        .formatted(deposit.caseId()));
        var kept = "select count(*) from attachment a join case_event e on e.id = a.event_id where e.case_id = '%s'"
                .formatted(deposit.caseId());
        int before = own.sql().number(kept);
        var town = new OrganizationKey(OrganizationType.SI, "99000101800011", Deposit.TOWN);
        var agent = session(NewPerson.camille(town, ActorType.AGENT).reaching(DEPOSITING));

        var refused = adds(agent, deposit, "%PDF-1.4 " + Clamd.INFECTED).expect(400);
        refused.shows("« piece.pdf » contient un virus");
        assertEquals(before, own.sql().number(kept));

        adds(agent, deposit, "%PDF-1.4 harmless").expect(204);
        assertEquals(before + 1, own.sql().number(kept));
    }

    /** @return the token of her session */
    private static String session(NewPerson person) throws Exception {
        var token = TokenText.fresh();
        try (var database = own.database()) {
            own.sql()
                    .change("""
                    insert into person_session (token_hash, account_id, method, opened_at, used_at, second_factor_at)
                    values ('%s', '%s', 'PASSWORD_AND_MAIL_CODE', now(), now(), now())""".formatted(Sha256.hex(token), person.in(database).id()));
        }
        return token;
    }

    private static Answer adds(String session, Deposit deposit, String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var upload = PersonUpload.begin(own.address(), session, deposit, bytes.length);
        upload.send(0, bytes).expect(204);
        return upload.deposit(PersonUpload.file("piece.pdf", bytes.length));
    }

    @Test
    void anotherFileCanBeSentInPlaceOfAnInfectedOne() {
        var xml = xml(Clamd.INFECTED);
        var deposit = deposit(xml);
        assertEquals("CORRUPTED", status(deposit));

        upload(deposit, xml(".".repeat(Clamd.INFECTED.length()))).expect(204);

        assertEquals("RECEIVED", status(deposit));
    }

    @Test
    void aFileThatIsTooLargeForTheScannerIsRejected() {
        var deposit = deposit(xml(" ".repeat(OwnScanner.LARGEST)));

        assertEquals("REJECTED", status(deposit));
    }

    /** Checks encrypted files; the server forgets the cached démarche when its row changes. */
    @Test
    void anEncryptedFileIsRejectedUnlessItsDemarcheTakesSuchFiles() throws Exception {
        var deposit = Deposit.announced(
                dila,
                Deposit.json("EtatCivil", "ActeEtatCivil-PDF", List.of(Deposit.TOWN))
                        .replace("demande.xml", "demande.pdf")
                        .replace("application/xml", "application/pdf")
                        .replace("\"size\": " + Deposit.REQUEST.length, "\"size\": " + ENCRYPTED.length));
        upload(deposit, ENCRYPTED).expect(204);
        assertEquals("REJECTED", status(deposit));

        own.sql().change("update process set encrypted_files = true where code = 'EtatCivil'");
        try {
            Wait.until(() -> {
                upload(deposit, ENCRYPTED).expect(204);
                return status(deposit).equals("RECEIVED");
            });
        } finally {
            own.sql().change("update process set encrypted_files = false where code = 'EtatCivil'");
        }
        assertEquals("HUBEE_NOTIFIED", deposit.complete().status());
        assertArrayEquals(ENCRYPTED, town.get(file(deposit)).bytes());
    }

    @Test
    void theScannerWaitsForBytesThatComeWithPauses() throws Exception {
        int before = line.taken();
        var upload = new HeldUpload(dila).begun();
        Wait.until(() -> line.taken() > before);

        upload.isTakenWholeWhenItGoesOn(town);

        assertEquals(before + 1, line.taken());
    }

    @Test
    void whenAllItsPlacesWaitForSendersTheNextFileIsScannedAndAnotherOneFromTheStore() throws Exception {
        int before = line.taken();
        var uploads = new ArrayDeque<HeldUpload>();
        while (uploads.size() <= PLACES) {
            uploads.add(new HeldUpload(dila).begun());
            Wait.until(() -> line.taken() == before + uploads.size());
        }

        for (var upload : uploads) {
            upload.isTakenWholeWhenItGoesOn(town);
        }
        // the last one took the place of the first, which took that of the second when it was read from the store
        assertEquals(before + uploads.size() + 2, line.taken());
    }

    @Test
    void whileTheScannerIsAwayAFolderWaitsAndThenGoesOnAsItsSenderWanted() throws Exception {
        line.cut();
        Deposit deposit;
        try {
            deposit = Deposit.announce(dila, Deposit.TOWN).upload();
            assertEquals("PENDING", status(deposit));
            deposit.complete().complete();

            assertEquals("HUBEE_COMPLETED", deposit.status());
            town.get(deposit.casePath()).expect(404);
            town.get(file(deposit)).expect(404);
            assertNull(town.notificationOf(deposit.caseId()));
            assertEquals("Folder cannot be deleted", dila.delete(deposit.path()).error());
            assertEquals(
                    "Attachment is already received",
                    upload(deposit, Deposit.REQUEST).error());
        } finally {
            line.mend();
        }
        Wait.until(() -> deposit.status().equals("HUBEE_NOTIFIED"));
        assertEquals("RECEIVED", status(deposit));
        assertNotNull(town.notificationOf(deposit.caseId()));
        town.get(file(deposit)).expect(200);
    }

    @Test
    void aLateFileIsNotifiedOnceTheScannerHasSeenIt() throws Exception {
        var deposit = Deposit.announce(dila, Deposit.TOWN).complete();
        town.acknowledge(town.notificationOf(deposit.caseId())).expect(204);
        line.cut();
        try {
            deposit.upload();
            assertNull(town.notificationOf(deposit.caseId()));
        } finally {
            line.mend();
        }
        Wait.until(() -> town.notificationOf(deposit.caseId()) != null);
        assertEquals("RECEIVED", status(deposit));
    }

    @Test
    void moreFilesWaitTooAndAreSentThen() throws Exception {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var events = deposit.casePath() + "/events";
        var event = dila.post(events, MORE.formatted(Deposit.REQUEST.length)).json();
        var path = events + "/" + event.path("id").asText();
        var bytes = path + "/attachments/" + event.at("/attachments/0/id").asText();
        line.cut();
        try {
            dila.upload(bytes, Deposit.REQUEST).expect(204);
            dila.patch(path, SENT).expect(204);
            dila.patch(path, SENT).expect(204);

            assertEquals("IN_PROGRESS", dila.get(path).field("status"));
            town.get(path).expect(404);
            assertEquals("Event cannot be deleted", dila.delete(path).error());
        } finally {
            line.mend();
        }
        Wait.until(() -> town.get(path).status() == 200);
        assertEquals("SENT", town.get(path).field("status"));
        assertArrayEquals(Deposit.REQUEST, town.get(bytes).bytes());
    }

    /** Its author sends it when the verdict is there, and is not recorded yet. */
    @Test
    void aDepositThatIsSentWhileItsFileIsScannedArrives() throws Exception {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var events = deposit.casePath() + "/events";
        var event = dila.post(events, MORE.formatted(Deposit.REQUEST.length)).json();
        var id = event.path("id").asText();
        var path = events + "/" + id;
        line.cut();
        dila.upload(path + "/attachments/" + event.at("/attachments/0/id").asText(), Deposit.REQUEST)
                .expect(204);
        try (var author = own.database();
                var statement = author.createStatement()) {
            author.setAutoCommit(false);
            statement.execute("select id from folder where id = '%s' for update"
                    .formatted(deposit.folder().path("id").asText()));
            line.mend();
            own.sql()
                    .awaitAtLeast(
                            1, "select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0");
            statement.execute("update case_event set sent_for_scan_at = now() where id = '" + id + "'");
            author.commit();
        }
        Wait.until(() -> town.get(path).status() == 200);
        assertEquals("SENT", town.get(path).field("status"));
    }

    /** @param taken whether its démarche takes encrypted files when it is read again */
    private static Deposit encrypted(boolean taken) throws Exception {
        var process = taken ? "EtatCivil" : DEPOSITING;
        var deposit = Deposit.announced(
                dila,
                Deposit.json(process, taken ? "ActeEtatCivil-PDF" : "10870-PDF", List.of(Deposit.TOWN))
                        .replace("demande.xml", "demande.pdf")
                        .replace("application/xml", "application/pdf")
                        .replace("\"size\": " + Deposit.REQUEST.length, "\"size\": " + ENCRYPTED.length));
        own.sql().change("update process set encrypted_files = true where code = '" + process + "'");
        Wait.until(() -> {
            upload(deposit, ENCRYPTED).expect(204);
            return status(deposit).equals("RECEIVED");
        });
        return deposit;
    }

    /** Runs last: when the clock moves, the jobs of a day delete half-uploaded files. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whatNobodyKnewWhenItCameIsFoundByLaterSignatures() throws Exception {
        var deposit = deposit(xml("nobody-knows-this-yet")).complete();
        town.get(file(deposit)).expect(200);

        var seen = encrypted(false);
        var unseen = encrypted(false);
        var taken = encrypted(true);
        own.sql().change("update process set encrypted_files = false where code = '" + DEPOSITING + "'");
        own.sql()
                .change("update attachment set scanned_at = null, verdict = null where id in ('%s', '%s')"
                        .formatted(unseen.attachmentId(), taken.attachmentId()));
        clamd.clamd().learn("Hubee.Test.Later", "nobody-knows-this-yet");
        own.clock().move(Duration.ofHours(25)); // the next round of the store begins a day after the last one
        signIn();

        Wait.until(() -> status(deposit).equals("CORRUPTED"));
        town.get(file(deposit)).expect(404);
        assertEquals(
                "Hubee.Test.Later",
                own.sql()
                        .text("select verdict from attachment where id = '%s'".formatted(deposit.attachmentId()))
                        .replace(".UNOFFICIAL", ""));
        Wait.until(() -> status(unseen).equals("REJECTED"));
        Wait.until(() ->
                own.sql().number("select count(*) from attachment where status = 'RECEIVED' and scanned_at is null")
                        == 0);
        assertEquals("RECEIVED", status(seen), "it was served by a verdict");
        assertEquals("RECEIVED", status(taken));
        assertTrue(own.sql()
                .text("select verdict from attachment where id = '%s'".formatted(taken.attachmentId()))
                .startsWith("Heuristics.Encrypted"));
    }

    @Test
    void aHubWithoutTheSettingHasNoTestBench() {
        dila.atBench().get("/scenarios").expect(404);
        dila.atBench().post("/runs", "{\"profile\": \"OSL\"}").expect(404);
        Partner.send(HttpRequest.newBuilder(URI.create(own.address() + "/openapi/bench")))
                .expect(404);
    }

    private static byte[] xml(String content) {
        return ("<a>" + content.replace("&", "&amp;") + "</a>").getBytes(StandardCharsets.US_ASCII);
    }

    private static Deposit deposit(byte[] bytes) {
        var deposit = Deposit.announcedOfSize(dila, bytes.length);
        upload(deposit, bytes).expect(204);
        return deposit;
    }

    private static Answer upload(Deposit deposit, byte[] bytes) {
        return dila.upload(deposit.attachmentPath(), bytes);
    }

    private static String status(Deposit deposit) {
        JsonNode folder = dila.get(deposit.path()).json();
        return folder.path("attachments").path(0).path("status").asText();
    }

    private static String file(Deposit deposit) {
        return deposit.casePath() + "/attachments/" + deposit.attachmentId();
    }
}
