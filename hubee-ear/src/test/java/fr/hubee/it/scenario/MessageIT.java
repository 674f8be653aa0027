package fr.hubee.it.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** §5.8: a town hall asks for complements, the operator answers; a comment is visible to the town hall only. */
class MessageIT extends OverHttp {
    final Partner town = Partner.of("demo-valbourg-etatcivil");

    @Test
    void theTownAsksAndTheOperatorAnswersWithAMessage() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);

        // a published client names the status in place of the action
        var asked = town.post(deposit.casePath() + "/events", """
                {"actionType": "ADD_AWAITING", "notification": true, "message": "Il manque une pièce",
                 "comment": "réservé à la mairie", "caseNewStatus": "ADD_AWAITING"}""");
        assertEquals("STATUS_UPDATE", asked.field("actionType"));

        // the operator reads the message, never the comment
        var told = dila.notificationOf(deposit.caseId());
        var event =
                dila.get(deposit.casePath() + "/events/" + told.path("eventId").asText());
        assertEquals("Il manque une pièce", event.field("message"));
        assertTrue(event.json().path("comment").isNull());
        dila.get(deposit.casePath()).hides("réservé à la mairie");
        town.get(deposit.casePath()).shows("réservé à la mairie");

        // the operator answers without a file
        dila.post(deposit.casePath() + "/events", """
                {"actionType": "SENDING_MESSAGE", "notification": true, "message": "La voici",
                 "caseNewStatus": "HUBEE_COMPLETED"}""").expect(201);
        assertEquals("HUBEE_COMPLETED", town.get(deposit.casePath()).field("status"));
        assertEquals("HUBEE_NOTIFIED", deposit.status());
    }

    /** The contract requires neither text nor status, and lets any status of its list be set (ADR 01). */
    @Test
    void eventsThatSayNothingAreAccepted() {
        var deposit = Deposit.complete(Partner.of("demo-dgs"), "CERTDC", "DD_Certificatdedeces", Deposit.TOWN);
        var certificates = Partner.of("demo-valbourg-certdc");
        var events = deposit.casePath() + "/events";

        for (var event : List.of(
                "{\"actionType\": \"SENDING_MESSAGE\", \"notification\": true}",
                "{\"actionType\": \"STATUS_UPDATE\", \"notification\": true}",
                "{\"actionType\": \"STATUS_UPDATE\", \"notification\": true, \"caseNewStatus\": \"ADD_AWAITING\"}")) {
            certificates.post(events, event).expect(201);
        }
        assertEquals("ADD_AWAITING", certificates.get(deposit.casePath()).field("status"));
    }

    @Test
    void aMessageIsRefusedWhereTheProcessForbidsIt() {
        var dgs = Partner.of("demo-dgs");
        var certificates = Partner.of("demo-valbourg-certdc");
        var deposit = Deposit.complete(dgs, "CERTDC", "DD_Certificatdedeces", Deposit.TOWN);
        var message = """
                {"actionType": "SENDING_MESSAGE", "notification": true, "message": "Bonjour"}""";

        certificates.post(deposit.casePath() + "/events", message).expect(400);
    }
}
