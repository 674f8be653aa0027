package fr.hubee.it.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** §5.7: a town hall sends a file back; the operator reads it. */
class AttachmentDepositIT extends OverHttp {
    final Partner town = Partner.of("demo-valbourg-etatcivil");

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
}
