package fr.hubee.it.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
