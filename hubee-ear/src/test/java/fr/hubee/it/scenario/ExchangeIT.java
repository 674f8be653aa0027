package fr.hubee.it.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** §5.3 to §5.11: the exchange after a deposit, as the software of each side sees it. */
class ExchangeIT extends OverHttp {
    final Partner town = Partner.of("demo-valbourg-etatcivil");

    // §5.3: a town hall's software fetches a case and handles it, in the old style and in the new one.

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

    // §5.4: a town hall's software cannot integrate a case, and reports it.

    @Test
    void theOperatorIsInformedThatACaseCouldNotBeIntegrated() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);

        deposit.move(town, "SI_INTG_ERROR").expect(201);

        var told = dila.notificationOf(deposit.caseId());
        assertEquals("STATUS_UPDATE", told.path("eventActionType").asText());
        var event =
                dila.get(deposit.casePath() + "/events/" + told.path("eventId").asText());
        assertEquals("SI_INTG_ERROR", event.field("caseNewStatus"));
        assertEquals("SI_INTG_ERROR", dila.get(deposit.casePath()).field("status"));
        assertEquals("SENT", deposit.status());
    }

    // §5.5: the town hall has finished, the operator closes.

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

    // §5.6: each side reads what the other did, acknowledges it, and sees the acknowledgement of the other.

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

    // §5.8: a town hall asks for complements, the operator answers; a comment is visible to the town hall only.

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

    // §5.9: the operator reopens a closed case with new files.

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

    // §5.10: two communes merge; the cases of the one go to the other.

    @Test
    void theCasesOfAMergedCommuneGoToItsSuccessor() {
        var rochelande = Partner.of("demo-rochelande");
        var deposit = Deposit.complete(dila, "99103");
        deposit.move(rochelande, "SENT");
        var migration = """
                {"organizationSource": %s, "organizationTarget": %s}""".formatted(Deposit.town("99103"), Deposit.town(Deposit.TOWN));

        // nobody pulls the cases of somebody else
        town.put("/cases/migrate", migration).expect(403);
        dila.put("/cases/migrate", migration).expect(403);

        var moved = rochelande.put("/cases/migrate", migration);
        assertTrue(moved.json().path("caseUpdated").asInt() >= 1, moved::toString);

        // the successor reads the case, its history and its notification; the merged commune no longer does
        assertEquals("99101", town.get(deposit.casePath()).field("recipient/branchCode"));
        assertEquals("99101", town.get(deposit.casePath()).field("events/0/transmitter/branchCode"));
        assertNotNull(town.notificationOf(deposit.caseId()));
        rochelande.get(deposit.casePath()).expect(403);
    }

    @Test
    void anUnknownOrganizationIsNotFound() {
        var migration = """
                {"organizationSource": %s, "organizationTarget": %s}""".formatted(
                        Deposit.town(Deposit.TOWN), Deposit.town("99103").replace("99000103400018", "99999999999999"));

        assertEquals(
                "Organization is not found",
                town.put("/cases/migrate", migration).error());
    }

    // §5.11: a portal that keeps copies learns which ones it may purge.

    @Test
    void copiesOfClosedCasesMayGoAndAreConfirmed() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        town.get("/attachmentsIdsForPurge").hides(deposit.caseId());
        dila.patch(deposit.casePath(), "{\"status\": \"CLOSED\"}");

        var copy = """
                {"folder_attachment_id":"%s","case_id":"%s"}""".formatted(deposit.attachmentId(), deposit.caseId());
        town.get("/attachmentsIdsForPurge").shows(copy);
        Partner.of("demo-clairmont-etatcivil").get("/attachmentsIdsForPurge").hides(deposit.caseId());

        Partner.of("demo-clairmont-etatcivil")
                .put("/idsPurged", "[" + copy + "]")
                .expect(403);
        town.put("/idsPurged", "[" + copy + "]").expect(204);
        town.get("/attachmentsIdsForPurge").hides(deposit.caseId());
    }
}
