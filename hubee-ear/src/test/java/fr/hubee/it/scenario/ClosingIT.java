package fr.hubee.it.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import org.junit.jupiter.api.Test;

/** §5.5: the town hall has finished, the operator closes. */
class ClosingIT extends OverHttp {
    final Partner town = Partner.of("demo-valbourg-etatcivil");

    @Test
    void theOperatorClosesWhatTheTownHasDone() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var done = deposit.move(town, "DONE").json();

        // the operator reads the event, acknowledges it and closes the case, then the folder
        var told = dila.notificationOf(deposit.caseId());
        assertEquals(done.path("id").asText(), told.path("eventId").asText());
        var event = deposit.casePath() + "/events/" + told.path("eventId").asText();
        assertEquals("DONE", dila.get(event).field("caseNewStatus"));
        dila.patch(event, "{\"status\": \"RECEIVED\"}").expect(204);
        dila.patch(deposit.casePath(), "{\"status\": \"CLOSED\"}").expect(204);
        assertEquals("DONE", deposit.status());
        deposit.move(dila, "CLOSED").expect(201);
        dila.patch(deposit.path(), "{\"globalStatus\": \"CLOSED\"}").expect(204);
        dila.acknowledge(told).expect(204);

        // the town sees that its event was received, and that the case is closed
        var theCase = town.get(deposit.casePath()).json();
        assertEquals("CLOSED", theCase.path("status").asText());
        assertEquals("RECEIVED", theCase.at("/events/0/status").asText());
        assertEquals("CLOSED", deposit.status());
    }

    @Test
    void theTownNeitherClosesNorReopens() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);

        town.patch(deposit.casePath(), "{\"status\": \"CLOSED\"}").expect(403);
        dila.patch(deposit.casePath(), "{\"status\": \"CLOSED\"}").expect(204);
        deposit.move(town, "IN_PROGRESS").expect(403);
        assertEquals("CLOSED", town.get(deposit.casePath()).field("status"));
    }
}
