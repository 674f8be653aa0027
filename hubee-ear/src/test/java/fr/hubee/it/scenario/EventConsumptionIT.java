package fr.hubee.it.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import org.junit.jupiter.api.Test;

/** §5.6: each side reads what the other did, acknowledges it, and sees the acknowledgement of the other. */
class EventConsumptionIT extends OverHttp {
    final Partner town = Partner.of("demo-valbourg-etatcivil");

    @Test
    void anAcknowledgementComesBackToTheAuthor() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        town.acknowledge(town.notificationOf(deposit.caseId()));
        deposit.move(town, "IN_PROGRESS");

        // the operator acknowledges: its own notification now says so, until it deletes it
        var told = dila.notificationOf(deposit.caseId());
        var event = deposit.casePath() + "/events/" + told.path("eventId").asText();
        assertEquals("SENT", told.path("eventStatus").asText());
        dila.patch(event, "{\"status\": \"RECEIVED\"}").expect(204);
        assertEquals(
                "RECEIVED",
                dila.notificationOf(deposit.caseId()).path("eventStatus").asText());
        dila.acknowledge(told);
        assertNull(dila.notificationOf(deposit.caseId()));

        // the author is told, once, however often it was acknowledged
        dila.patch(event, "{\"status\": \"RECEIVED\"}").expect(204);
        var back = town.notificationOf(deposit.caseId());
        assertEquals("RECEIVED", back.path("eventStatus").asText());
        town.acknowledge(back);
        assertNull(town.notificationOf(deposit.caseId()));
    }

    @Test
    void anEventWithoutNotificationTellsNobody() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var quiet = town.post(
                        deposit.casePath() + "/events", "{\"actionType\": \"ATTACH_DL\", \"notification\": false}")
                .json();

        assertNull(dila.notificationOf(deposit.caseId()));
        var event = deposit.casePath() + "/events/" + quiet.path("id").asText();
        dila.patch(event, "{\"status\": \"RECEIVED\"}").expect(204);
        town.acknowledge(town.notificationOf(deposit.caseId()));
        assertNull(town.notificationOf(deposit.caseId()));
    }

    @Test
    void nobodyAcknowledgesOnesOwnEvent() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var own = deposit.move(town, "SENT").json();
        var event = deposit.casePath() + "/events/" + own.path("id").asText();

        town.patch(event, "{\"status\": \"RECEIVED\"}").expect(403);
        assertNotNull(dila.notificationOf(deposit.caseId()));
    }
}
