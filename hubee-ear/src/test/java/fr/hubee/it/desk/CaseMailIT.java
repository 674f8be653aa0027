package fr.hubee.it.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.InServer;
import fr.hubee.it.Mailbox;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NotifiedTown;
import fr.hubee.it.world.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** §3.6: a person who wants a mail for each télédossier gets it at once, with the content of the matrix and nothing else. */
class CaseMailIT extends InServer {
    static final String NEW = "CASE_NEW";
    static final String CHANGED = "CASE_CHANGED";

    NotifiedTown town;

    @BeforeEach
    void aTownIsInformedOfEach() throws Exception {
        town = NotifiedTown.fresh(sql(), "EACH");
    }

    @Test
    void aNewTeledossierIsAnnouncedWithItsNumber() throws Exception {
        var deposit = town.receives();

        var mail = Mailbox.of(town.email()).await();
        var number = deposit.folder().at("/cases/0/externalId").asText();
        assertEquals("HubEE - Nouveau télédossier " + number, mail.subject());
        for (var body : new String[] {mail.text(), mail.html()}) {
            assertTrue(body.contains(number), body);
            assertTrue(body.contains("Commune de Pontcarré"), body);
            assertFalse(body.contains("Camille"), body);
        }
        assertEquals(1, town.mails(NEW));

        deposit.complete();
        assertEquals(1, town.mails(NEW));
    }

    @Test
    void whatTheOperatorSendsIsReportedWhenItIsToBeNotified() throws Exception {
        var deposit = town.receives();

        send(deposit, "\"actionType\": \"SENDING_MESSAGE\", \"notification\": false, \"message\": \"Discret\"");
        assertEquals(0, town.mails(CHANGED));

        send(deposit, "\"actionType\": \"SENDING_MESSAGE\", \"notification\": true, \"message\": \"La voici\"");
        assertEquals(1, town.mails(CHANGED));
        var mail = Mailbox.of(town.email()).await(" mis à jour");
        mail.hides("La voici");
    }

    @Test
    void filesThatComeAreAnnouncedOnlyWhenTheCaseIsAnnouncedAgain() throws Exception {
        var deposit = town.receives();

        sendFile(deposit, "DONE");
        assertEquals(0, town.mails(CHANGED));

        sendFile(deposit, "HUBEE_NOTIFIED");
        assertEquals(1, town.mails(CHANGED));
    }

    @Test
    void aLateFileIsAnnouncedUnlessTheCaseIsStillToBeFetched() throws Exception {
        var json = Deposit.json(town.town());
        var file = json.substring(json.indexOf("{\"fileName\""), json.lastIndexOf("]"));
        var deposit =
                Deposit.announced(dila, json.replace(file, file + ", " + file)).complete();
        assertEquals(1, town.mails(NEW));

        dila.upload(deposit.attachmentPath(), Deposit.REQUEST).expect(204);
        assertEquals(0, town.mails(CHANGED));

        Stored.caseOf(deposit).hasStatus("IN_PROGRESS");
        var late = deposit.folder().at("/attachments/1/id").asText();
        dila.upload(deposit.path() + "/attachments/" + late, Deposit.REQUEST).expect(204);
        assertEquals(1, town.mails(CHANGED));
    }

    @Test
    void whoWantsNoMailGetsNone() throws Exception {
        town.wants("NONE");

        town.receives();

        assertEquals(0, town.mails(NEW));
        assertEquals(0, town.waiting());
    }

    @Test
    void anOperatorIsNeverWrittenTo() throws Exception {
        var operator = sql().count("mail where recipient like '%dila%'");
        var deposit = town.receives();
        assertEquals(0, town.waiting());

        dila.patch(deposit.casePath(), "{\"status\": \"CLOSED\"}").expect(204);

        assertEquals(0, town.mails(CHANGED));
        assertEquals(operator, sql().count("mail where recipient like '%dila%'"));
    }

    private String send(Deposit deposit, String event) {
        var answer =
                dila.post(deposit.casePath() + "/events", "{" + event + "}").expect(201);
        return answer.field("id");
    }

    private void sendFile(Deposit deposit, String status) {
        var answer = dila.post(deposit.casePath() + "/events", """
                {"actionType": "ATTACH_DEPOSIT", "notification": true, "caseNewStatus": "%s",
                 "attachments": [{"fileName": "complement.xml", "type": "ActeEtatCivil-XML", "size": %d,
                   "mimeType": "application/xml"}]}""".formatted(status, Deposit.REQUEST.length))
                .expect(201);
        var path = deposit.casePath() + "/events/" + answer.field("id");
        var file = path + "/attachments/" + answer.field("attachments/0/id");
        dila.upload(file, Deposit.REQUEST).expect(204);
        dila.patch(path, "{\"status\": \"SENT\"}").expect(204);
    }
}
