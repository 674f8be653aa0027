package fr.hubee.demonstration.scenario;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A census declaration: complements are requested and sent, the town hall sends its certificate, the operator reopens
 * the case.
 */
public final class CensusDeclaration {
    private static final String PROCESS = "recensementCitoyen";
    private static final DemoFile DECLARATION =
            DemoFile.xml("declaration.xml", "10870-XML", "<recensement><annee>2010</annee></recensement>");
    private static final DemoFile PROOF = DemoFile.pdf("justificatif-identite.pdf", "ji", "piece d'identite");
    private static final DemoFile CERTIFICATE =
            DemoFile.pdf("attestation.pdf", "10870-PDF", "attestation de recensement");

    private final ScenarioPartners partners;
    private final ScenarioOutput output;
    private Software dila;
    private Software clairmont;
    private Deposit folder;

    public CensusDeclaration(ScenarioPartners partners) {
        this.partners = partners;
        this.output = partners.output();
    }

    public void tell() {
        askForComplements();
        sendComplements();
        sendCertificate();
        close();
        reopen();
    }

    private void askForComplements() {
        output.chapter("recensementCitoyen: a town hall asks for complements");
        dila = partners.signIn("DILA", "demo-dila");
        clairmont = partners.signIn("Clairmont", "demo-clairmont-recensement");
        folder = Deposit.complete(
                dila,
                new Announcement("DILA-RCO", PROCESS, "Alix", "Exemple")
                        .to(partners.credentials("demo-clairmont-recensement").organization())
                        .with(DECLARATION, 1),
                DECLARATION);
        clairmont.forget(clairmont.poll(PROCESS, folder.caseId(0)));
        clairmont.post(folder.events(0), """
                        {"actionType": "STATUS_UPDATE", "author": "Service citoyenneté", "notification": true,
                         "message": "Il manque une pièce d'identité", "caseCurrentStatus": "HUBEE_NOTIFIED",
                         "caseNewStatus": "ADD_AWAITING"}""").expect(201, "id", "status", "message", "caseNewStatus");
        acknowledge(dila, clairmont);
    }

    private void sendComplements() {
        output.chapter("The operator sends the complement: a deposit, seen once it is sent");
        var deposit = dila.post(folder.events(0), deposit(PROOF, "ADD_AWAITING", "HUBEE_NOTIFIED"))
                .expect(201, "id", "status", "caseNewStatus", "attachments.id", "attachments.status");
        output.say(
                "Its file is on its way: the town hall sees neither the event nor the new status, and the operator cannot"
                        + " say that all is sent.");
        clairmont.get(folder.event(0, deposit)).expectError(404, "Event is not found");
        requireCase("ADD_AWAITING");
        dila.patch(folder.event(0, deposit), "{\"status\": \"SENT\"}")
                .expectError(400, "Event attachments are not all received");
        dila.put(folder.eventFile(0, deposit), PROOF, PROOF.digest()).expect(204);
        dila.patch(folder.event(0, deposit), "{\"status\": \"SENT\"}").expect(204);
        requireCase("HUBEE_NOTIFIED");
        readDeposit(clairmont, dila, PROOF);
    }

    private void sendCertificate() {
        output.chapter("The town hall sends its certificate, and is done");
        var deposit = clairmont
                .post(folder.events(0), deposit(CERTIFICATE, "HUBEE_NOTIFIED", "DONE"))
                .expect(201, "id", "status", "caseNewStatus", "attachments.id", "attachments.status");
        clairmont
                .put(folder.eventFile(0, deposit), CERTIFICATE, CERTIFICATE.digest())
                .expect(204);
        clairmont.patch(folder.event(0, deposit), "{\"status\": \"SENT\"}").expect(204);
        readDeposit(dila, clairmont, CERTIFICATE);
    }

    private void close() {
        output.chapter("The operator closes");
        dila.patch(folder.casePath(0), "{\"status\": \"CLOSED\"}").expect(204);
        dila.post(folder.events(0), Deposit.moving("DONE", "CLOSED")).expect(201, "id", "status", "caseNewStatus");
        dila.patch(folder.path(), "{\"globalStatus\": \"CLOSED\"}").expect(204);
        acknowledge(clairmont, dila);
    }

    private void reopen() {
        output.chapter("The person found a mistake: the operator reopens the closed case");
        var deposit = dila.post(folder.events(0), deposit(DECLARATION, "CLOSED", "HUBEE_NOTIFIED"))
                .expect(201, "id", "status", "caseNewStatus", "attachments.id");
        dila.put(folder.eventFile(0, deposit), DECLARATION, DECLARATION.digest())
                .expect(204);
        dila.patch(folder.event(0, deposit), "{\"status\": \"SENT\"}").expect(204);
        dila.patch(folder.path(), "{\"globalStatus\": \"HUBEE_NOTIFIED\"}").expect(204);
        requireCase("HUBEE_NOTIFIED");
        readDeposit(clairmont, dila, DECLARATION);

        output.say("The town hall works on it again, and all ends as before.");
        clairmont
                .post(folder.events(0), Deposit.moving("HUBEE_NOTIFIED", "DONE"))
                .expect(201, "status", "caseNewStatus");
        acknowledge(dila, clairmont);
        var now = dila.get(folder.path()).expect(200, "globalStatus", "closeDateTime", "cases.status");
        partners.check(
                "the folder follows its case again",
                "DONE",
                now.path("globalStatus").asText());
        dila.patch(folder.casePath(0), "{\"status\": \"CLOSED\"}").expect(204);
        dila.patch(folder.path(), "{\"globalStatus\": \"CLOSED\"}").expect(204);
    }

    /** The reader reads and acknowledges the event; the author is notified. */
    private JsonNode acknowledge(Software reader, Software author) {
        var waiting = reader.poll(PROCESS, folder.caseId(0));
        var event = reader.get(folder.event(0, waiting))
                .expect(200, "id", "actionType", "message", "caseNewStatus", "attachments.fileName", "attachments.id");
        reader.patch(folder.event(0, waiting), "{\"status\": \"RECEIVED\"}").expect(204);
        reader.forget(waiting);
        author.forget(author.poll(PROCESS, folder.caseId(0)));
        return event;
    }

    private void readDeposit(Software reader, Software author, DemoFile file) {
        output.say("The other side reads the event, fetches the file and acknowledges.");
        var event = acknowledge(reader, author);
        var bytes = reader.get(folder.eventFile(0, event)).expectBytes(200);
        partners.check(file.name() + " arrived as it was sent", true, file.is(bytes));
    }

    private void requireCase(String status) {
        var now = clairmont.get(folder.casePath(0)).expect(200, "status", "events.actionType");
        partners.check("the case is " + status, status, now.path("status").asText());
    }

    private static String deposit(DemoFile file, String from, String to) {
        return """
                {"actionType": "ATTACH_DEPOSIT", "author": "Camille Exemple", "notification": true,
                 "caseCurrentStatus": "%s", "caseNewStatus": "%s", "attachments": [%s]}""".formatted(from, to, file.json());
    }
}
