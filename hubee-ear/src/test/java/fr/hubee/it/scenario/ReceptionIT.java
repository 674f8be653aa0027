package fr.hubee.it.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import org.junit.jupiter.api.Test;

/** §5.3: a town hall's software fetches a case and handles it, in the old style and in the new one. */
class ReceptionIT extends OverHttp {
    final Partner town = Partner.of("demo-valbourg-etatcivil");

    @Test
    void aSoftwareOfTodayMovesTheCaseWithItsEventsAlone() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);

        // the town polls, and fetches the case with its file
        var notification = town.notificationOf(deposit.caseId());
        assertEquals("null", notification.path("eventId").asText());
        var theCase = town.get(deposit.casePath() + "").json();
        assertEquals("HUBEE_NOTIFIED", theCase.path("status").asText());
        var file = town.get(deposit.casePath() + "/attachments/"
                + theCase.at("/attachments/0/id").asText());
        assertArrayEquals(Deposit.REQUEST, file.bytes());

        // two events back to back carry the case to its end
        deposit.move(town, "SENT").expect(201);
        deposit.move(town, "DONE").expect(201);
        assertEquals("DONE", town.get(deposit.casePath()).field("status"));
        assertEquals("DONE", deposit.status());

        // and takes the notification out of its queue
        town.acknowledge(notification).expect(204);
        assertNull(town.notificationOf(deposit.caseId()));
    }

    @Test
    void anOlderSoftwarePatchesTheCaseAndPostsTheEventSeparately() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);

        for (var status : new String[] {"SENT", "SI_RECEIVED", "IN_PROGRESS"}) {
            var change = "{\"status\": \"" + status + "\"}";
            town.patch(deposit.casePath(), change).expect(204);
            deposit.move(town, status).expect(201);
            assertEquals(status, town.get(deposit.casePath()).field("status"));
            assertEquals(status, deposit.status());
        }

        var history = town.get(deposit.casePath()).json().path("events");
        assertEquals("SENT", history.at("/0/caseNewStatus").asText());
        assertEquals("IN_PROGRESS", history.at("/2/caseNewStatus").asText());
    }
}
