package fr.hubee.it.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** §5.2, §5.7: what is deposited with its files, by operators and by town halls. */
class DepositIT extends OverHttp {
    final Partner town = Partner.of("demo-valbourg-etatcivil");
    final Partner otherTown = Partner.of("demo-clairmont-etatcivil");

    final Partner cnaf = Partner.of("demo-cnaf");
    final Partner department = Partner.of("demo-haute-rivaine");

    // §5.2: an operator deposits a folder for two town halls.

    @Test
    void anOperatorDepositsAFolderForTwoTowns() {
        // the operator announces the folder: nothing has come yet, and nobody is told
        var deposit = Deposit.announce(dila, Deposit.TOWN, Deposit.OTHER_TOWN);
        assertEquals("HUBEE_RECEIVED", deposit.folder().path("globalStatus").asText());
        assertEquals("PENDING", deposit.folder().at("/attachments/0/status").asText());
        town.get(deposit.casePath()).expect(404);

        // the operator sends the bytes, and checks that they have come
        deposit.upload();
        assertEquals("RECEIVED", dila.get(deposit.path()).field("attachments/0/status"));
        assertNull(town.notificationOf(deposit.caseId(0)));

        // the operator completes the folder: both towns are told, each of its own case
        deposit.complete();
        assertEquals("HUBEE_NOTIFIED", deposit.status());
        assertNotNull(town.notificationOf(deposit.caseId(0)));
        assertNull(town.notificationOf(deposit.caseId(1)));
        assertNotNull(otherTown.notificationOf(deposit.caseId(1)));
        otherTown.get("/cases/" + deposit.caseId(0)).expect(403);
    }

    @Test
    void anOperatorTakesBackWhatItHasNotCompleted() {
        var deposit = Deposit.announce(dila, Deposit.TOWN).upload();

        dila.delete(deposit.path()).expect(204);

        assertEquals("Folder is not found", dila.get(deposit.path()).error());
    }

    @Test
    void whatIsCompleteIsNotTakenBack() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);

        dila.patch(deposit.path(), "{\"globalStatus\": \"HUBEE_RECEIVED\"}").expect(400);
        dila.delete(deposit.path()).expect(400);
        town.get(deposit.casePath()).expect(200);
    }

    @Test
    void aDepositOfTheAdministratorBelongsToTheOperator() {
        var deposit = Deposit.complete(Partner.of("demo-admin"), Deposit.TOWN);
        deposit.move(town, "DONE");

        assertEquals("DONE", dila.get(deposit.path()).field("globalStatus"));
        assertNotNull(dila.notificationOf(deposit.caseId()));
    }

    @Test
    void completingTwiceTellsOnce() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var notification = town.notificationOf(deposit.caseId());
        town.acknowledge(notification).expect(204);

        deposit.complete();

        assertNull(town.notificationOf(deposit.caseId()));
    }

    // some operators complete before they have sent all files: nothing is refused, and nobody is left without a word

    private static final String MISSING = "HubEE-Missing-Files";

    /** Announces a folder with a second file, and sends only the first. */
    private Deposit withoutItsSecondFile(String name) {
        var json = Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN));
        var file = json.substring(json.indexOf("{\"fileName\""), json.lastIndexOf("]"));
        var deposit = Deposit.announced(dila, json.replace(file, file + ", " + file.replace("demande.xml", name)));
        dila.upload(deposit.attachmentPath(), Deposit.REQUEST).expect(204);
        return deposit;
    }

    private Answer completed(Partner operator, Deposit deposit) {
        return operator.patch(deposit.path(), "{\"globalStatus\": \"HUBEE_COMPLETED\"}")
                .expect(204);
    }

    @Test
    void aFolderThatIsCompletedWithoutAFileIsAcceptedAndItsOperatorHearsWhichIsMissing() {
        var deposit = withoutItsSecondFile("pièce 2.xml");
        var named = "%\"pi%c3%a8ce 2.xml\"";
        assertEquals(
                named, completed(dila.with("HubEE-Dry-Run", "true"), deposit).header(MISSING));
        assertEquals("HUBEE_RECEIVED", deposit.status());

        var answer = completed(dila, deposit);
        assertEquals(named, answer.header(MISSING));
        assertEquals("", answer.text());
        assertNull(answer.header("Content-Type"));
        assertEquals("HUBEE_NOTIFIED", deposit.status());
        assertEquals(named, completed(dila, deposit).header(MISSING), "a repeated request gets the same answer");
        Wait.until(() -> Database.count(
                        "api_call where path = ? and missing_files = 1 and status = 204 and message is null",
                        "/teledossiers/v1" + deposit.path())
                == 2);

        assertNull(dila.patch(deposit.path(), "{\"globalStatus\": \"IN_PROGRESS\"}")
                .expect(204)
                .header(MISSING));
        var whole = Deposit.announce(dila, Deposit.TOWN).upload();
        assertNull(completed(dila, whole).header(MISSING));
    }

    @Test
    void aLateFileIsAcceptedAndNotifiedInEachStatusBeforeTheEnd() {
        for (var status : List.of("HUBEE_NOTIFIED", "SI_INTG_ERROR", "IN_PROGRESS", "DONE", "CLOSED")) {
            var deposit = withoutItsSecondFile("demande-2.xml");
            completed(dila, deposit);
            var party = status.equals("CLOSED") ? dila : town;
            if (!status.equals("HUBEE_NOTIFIED")) {
                town.acknowledge(town.notificationOf(deposit.caseId())).expect(204);
                party.patch(deposit.casePath(), "{\"status\": \"%s\"}".formatted(status))
                        .expect(204);
            }
            int before = Database.count("notification where case_id = ?", deposit.theCase());
            var late = deposit.folder().at("/attachments/1/id").asText();
            town.get(deposit.casePath() + "/attachments/" + late).expect(404);

            dila.upload(deposit.path() + "/attachments/" + late, Deposit.REQUEST)
                    .expect(204);

            int expected = status.equals("CLOSED") ? 0 : 1;
            if (expected == 1) {
                assertTrue(town.notificationOf(deposit.caseId()).path("eventId").isNull(), status);
            }
            assertEquals(
                    before + expected, Database.count("notification where case_id = ?", deposit.theCase()), status);
            assertEquals(
                    expected,
                    Database.count(
                            "(select aggregateid, type from feed_unsealed union all select aggregateid, type from feed_event) e"
                                    + " where aggregateid = ? and type = 'fr.hubee.case.complement.v1'",
                            deposit.theCase()),
                    status);
            var theCase = town.get(deposit.casePath()).expect(200);
            assertEquals(status, theCase.field("status"));
            assertEquals("RECEIVED", theCase.field("attachments/1/status"));
            assertArrayEquals(
                    Deposit.REQUEST,
                    town.get(deposit.casePath() + "/attachments/" + late).bytes());
        }
    }

    // §5.7: a town hall sends a file back; the operator reads it.

    static final byte[] CERTIFICATE = "%PDF-1.7\nan invented certificate".getBytes(StandardCharsets.UTF_8);
    static final String DEPOSIT = """
            {"actionType": "ATTACH_DEPOSIT", "notification": true, "caseNewStatus": "DONE",
             "attachments": [{"fileName": "attestation.pdf", "type": "attestation", "size": %d,
               "mimeType": "application/pdf"}]}""".formatted(CERTIFICATE.length);

    final Partner census = Partner.of("demo-valbourg-recensement");

    Deposit census() {
        return Deposit.complete(dila, "recensementCitoyen", "10870-XML", Deposit.TOWN);
    }

    @Test
    void theStatusIsTakenAndTheOperatorNotifiedOnceTheFilesHaveCome() {
        var deposit = census();
        var event = census.post(deposit.casePath() + "/events", DEPOSIT).json();
        var path = deposit.casePath() + "/events/" + event.path("id").asText();
        var file = path + "/attachments/" + event.at("/attachments/0/id").asText();

        // announced: it is its author's alone, and cannot be sent before its file has come
        assertEquals("IN_PROGRESS", event.path("status").asText());
        assertEquals("Event is not found", dila.get(path).error());
        dila.get(file).expect(404);
        assertEquals(0, dila.get(deposit.casePath()).json().path("events").size());
        census.patch(path, "{\"status\": \"SENT\"}").expect(400);
        assertEquals("HUBEE_NOTIFIED", census.get(deposit.casePath()).field("status"));

        // the file comes, the author sends the event
        census.upload(file, CERTIFICATE).expect(204);
        assertNull(dila.notificationOf(deposit.caseId()));
        census.patch(path, "{\"status\": \"SENT\"}").expect(204);

        // the operator is told, reads the file, and the case is done
        var told = dila.notificationOf(deposit.caseId());
        assertEquals("ATTACH_DEPOSIT", told.path("eventActionType").asText());
        assertArrayEquals(CERTIFICATE, dila.get(file).bytes());
        assertEquals("DONE", dila.get(deposit.casePath()).field("status"));
    }

    @Test
    void aDepositThatWasNotSentIsTakenBack() {
        var deposit = census();
        var event = census.post(deposit.casePath() + "/events", DEPOSIT).json();
        var path = deposit.casePath() + "/events/" + event.path("id").asText();
        census.upload(path + "/attachments/" + event.at("/attachments/0/id").asText(), CERTIFICATE);

        census.delete(path).expect(204);

        census.get(path).expect(404);
    }

    @Test
    void aSentEventIsNotDeleted() {
        var deposit = census();
        var event = deposit.move(census, "SENT").json();

        census.delete(deposit.casePath() + "/events/" + event.path("id").asText())
                .expect(400);
    }

    @Test
    void aTownSendsNoFileWhereTheProcessLetsNone() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);

        town.post(deposit.casePath() + "/events", DEPOSIT).expect(400);
    }

    @Test
    void filesGoWithADepositAndOnlyWithOne() {
        var deposit = census();

        census.post(deposit.casePath() + "/events", DEPOSIT.replace("ATTACH_DEPOSIT", "COM_ADD"))
                .expect(400);
        census.post(deposit.casePath() + "/events", "{\"actionType\": \"ATTACH_DEPOSIT\", \"notification\": true}")
                .expect(400);
    }

    static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("contacts.txt"));
            zip.write(Deposit.REQUEST);
        }
        return bytes.toByteArray();
    }

    // CAF-contact as software in use sends it: one ZIP of documents.

    Deposit announced(int size) {
        var number = Deposit.number();
        return Deposit.announced(cnaf, """
                {"externalId": "%1$s", "processCode": "CAF-contact",
                 "applicant": {"firstName": "Camille", "lastName": "Exemple", "email": null},
                 "cases": [{"externalId": "%1$s-01",
                   "recipient": {"type": "SI", "companyRegister": "99000200800011", "branchCode": "99000"}}],
                 "attachments": [{"fileName": "contacts.zip", "type": "documents", "size": %2$d,
                   "mimeType": "application/zip", "recipients": ["%1$s-01"]}]}""".formatted(number, size));
    }

    @Test
    void aDepartmentReceivesTheZip() throws IOException {
        var zip = zip();
        var deposit = announced(zip.length);
        cnaf.upload(deposit.attachmentPath(), zip).expect(204);
        deposit.complete();

        var received = department
                .get(deposit.casePath() + "/attachments/" + deposit.attachmentId())
                .expect(200);

        assertArrayEquals(zip, received.bytes());
    }

    @Test
    void whatIsNoZipIsRefused() {
        var deposit = announced(Deposit.REQUEST.length);

        cnaf.upload(deposit.attachmentPath(), Deposit.REQUEST).expect(400);
    }
}
