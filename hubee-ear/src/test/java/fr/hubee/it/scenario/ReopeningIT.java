package fr.hubee.it.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import org.junit.jupiter.api.Test;

/** §5.9: the operator reopens a closed case with new files. */
class ReopeningIT extends OverHttp {
    final Partner town = Partner.of("demo-valbourg-etatcivil");

    @Test
    void theOperatorReopensAClosedCase() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        town.acknowledge(town.notificationOf(deposit.caseId()));
        dila.patch(deposit.casePath(), "{\"status\": \"CLOSED\"}");
        dila.patch(deposit.path(), "{\"globalStatus\": \"CLOSED\"}");
        assertEquals("CLOSED", deposit.status());

        // the operator deposits a file that will reopen the case
        var event = dila.post(deposit.casePath() + "/events", """
                        {"actionType": "ATTACH_DEPOSIT", "notification": true, "caseCurrentStatus": "CLOSED",
                         "caseNewStatus": "HUBEE_NOTIFIED",
                         "attachments": [{"fileName": "complement.xml", "type": "ActeEtatCivil-XML", "size": %d,
                           "mimeType": "application/xml"}]}""".formatted(Deposit.REQUEST.length))
                .json();
        var path = deposit.casePath() + "/events/" + event.path("id").asText();
        var file = path + "/attachments/" + event.at("/attachments/0/id").asText();
        dila.upload(file, Deposit.REQUEST).expect(204);
        assertEquals("CLOSED", town.get(deposit.casePath()).field("status"));

        // the operator reopens the case, sends the event, then reopens the folder
        dila.patch(deposit.casePath(), "{\"status\": \"HUBEE_NOTIFIED\"}").expect(204);
        dila.patch(path, "{\"status\": \"SENT\"}").expect(204);
        dila.patch(deposit.path(), "{\"globalStatus\": \"HUBEE_NOTIFIED\"}").expect(204);

        // the town is told, and goes on; the folder follows again
        assertNotNull(town.notificationOf(deposit.caseId()));
        town.get(file).expect(200);
        deposit.move(town, "IN_PROGRESS").expect(201);
        assertEquals("IN_PROGRESS", deposit.status());
        assertTrue(dila.get(deposit.path()).json().path("closeDateTime").isNull());
    }
}
