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
    static final String MESSAGE =
            "\"actionType\": \"SENDING_MESSAGE\", \"notification\": true, \"message\": \"La voici\"";

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
    void eachMessageIsReportedWhetherOrNotItsOperatorAsksForIt() throws Exception {
        var deposit = town.receives();

        send(deposit, "\"actionType\": \"SENDING_MESSAGE\", \"notification\": false, \"message\": \"Discret\"");
        assertEquals(1, town.mails(CHANGED));

        send(deposit, MESSAGE);
        assertEquals(2, town.mails(CHANGED));
        var mail = Mailbox.of(town.email()).await(" mis à jour");
        mail.hides("La voici");
    }

    @Test
    void filesThatComeAreReportedWhateverTheStatusThatTheyBring() throws Exception {
        var deposit = town.receives();

        patch(sendFile(deposit, "DONE"), "SENT");
        assertEquals(1, town.mails(CHANGED));

        patch(sendFile(deposit, "HUBEE_NOTIFIED"), "SENT");
        assertEquals(2, town.mails(CHANGED));
    }

    @Test
    void aReopeningWithoutAnEventIsReportedOnce() throws Exception {
        var deposit = town.receives();
        Stored.caseOf(deposit).hasStatus("DONE");

        patch(deposit.casePath(), "HUBEE_NOTIFIED");
        patch(deposit.casePath(), "HUBEE_NOTIFIED");

        assertEquals(1, town.mails(CHANGED));
    }

    @Test
    void anEventAndTheStatusThatIsSetForItAreReportedOnceInEitherOrder() throws Exception {
        var deposit = town.receives();
        begins(deposit);
        send(deposit, MESSAGE);
        patch(deposit.casePath(), "HUBEE_COMPLETED");
        assertEquals(1, town.mails(CHANGED));

        begins(deposit);
        patch(deposit.casePath(), "HUBEE_COMPLETED");
        send(deposit, MESSAGE);
        assertEquals(2, town.mails(CHANGED));
        send(deposit, MESSAGE);
        assertEquals(3, town.mails(CHANGED), "another change");

        begins(deposit);
        var files = sendFile(deposit, "HUBEE_NOTIFIED");
        patch(deposit.casePath(), "HUBEE_NOTIFIED");
        patch(files, "SENT");
        assertEquals(4, town.mails(CHANGED), "§5.9");
    }

    /** The service begins to work: the event of the operator becomes its own. */
    private void begins(Deposit deposit) throws Exception {
        var event = send(
                deposit,
                "\"actionType\": \"STATUS_UPDATE\", \"notification\": false, \"caseNewStatus\": \"IN_PROGRESS\"");
        sql().change("""
                update case_event set transmitter_type = 'SI', transmitter_company_register = ?, transmitter_branch_code = ?
                where id = ?::uuid""", town.town().companyRegister(), town.town().branchCode(), event);
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

    /** Returns the path of a deposit that is still to be sent. */
    private String sendFile(Deposit deposit, String status) {
        var answer = dila.post(deposit.casePath() + "/events", """
                {"actionType": "ATTACH_DEPOSIT", "notification": true, "caseNewStatus": "%s",
                 "attachments": [{"fileName": "complement.xml", "type": "ActeEtatCivil-XML", "size": %d,
                   "mimeType": "application/xml"}]}""".formatted(status, Deposit.REQUEST.length))
                .expect(201);
        var path = deposit.casePath() + "/events/" + answer.field("id");
        var file = path + "/attachments/" + answer.field("attachments/0/id");
        dila.upload(file, Deposit.REQUEST).expect(204);
        return path;
    }

    private void patch(String path, String status) {
        dila.patch(path, "{\"status\": \"" + status + "\"}").expect(204);
    }
}
