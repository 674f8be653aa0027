package fr.hubee.demonstration.scenario;

import java.io.ByteArrayOutputStream;

/** One folder for two town halls: deposited, fetched, handled in the new and in the old way, closed. */
public final class DeathCertificate {
    private static final String PROCESS = "CERTDC";
    private static final String TAKEN = "Certificat reçu par la mairie";
    private static final String[] OVERVIEW = {
        "globalStatus", "cases.status", "attachments.fileName", "attachments.status"
    };

    private static final DemoFile CERTIFICATE =
            DemoFile.pdf("certificat-deces.pdf", "DD_Certificatdedeces", "certificat de deces, volet administratif");
    private static final DemoFile DATA = DemoFile.xml(
            "certificat-deces.xml",
            "VA_CertificatdeDeces",
            "<certificat><commune>Valbourg-sur-Orne</commune></certificat>");

    private final ScenarioPartners partners;
    private final ScenarioOutput output;
    private Software dgs;
    private Software valbourg;
    private Software clairmont;
    private Deposit folder;

    public DeathCertificate(ScenarioPartners partners) {
        this.partners = partners;
        this.output = partners.output();
    }

    public void tell() {
        deposit();
        complete();
        fetch();
        answer();
        oldManner();
        close();
    }

    private void deposit() {
        output.chapter("The ministry of health (OSL) deposits a death certificate for two town halls");
        output.say(
                "Everybody signs in with client credentials. A wrong secret is refused in OAuth's own words; the right one"
                        + " gives a token for an hour.");
        partners.askToken("DGS", partners.credentials("demo-dgs"), "not-the-secret")
                .expect(401);
        dgs = partners.signIn("DGS", "demo-dgs");
        valbourg = partners.signIn("Valbourg", "demo-valbourg-certdc");
        clairmont = partners.signIn("Clairmont", "demo-clairmont-certdc");

        output.say(
                "The operator announces a folder: one case for the commune of death, one for that of residence, two files,"
                        + " of which the second is for Valbourg alone.");
        var wanted = new Announcement("DGS-CERTDC", PROCESS, "Camille", "Exemple")
                .to(partners.credentials("demo-valbourg-certdc").organization())
                .to(partners.credentials("demo-clairmont-certdc").organization())
                .with(CERTIFICATE, 1, 2)
                .with(DATA, 1)
                .json();
        var key = "scenario-" + System.nanoTime();
        folder = new Deposit(dgs.post("/folders", wanted, "Idempotency-Key", key)
                .expect(
                        201,
                        "id",
                        "globalStatus",
                        "cases.id",
                        "cases.externalId",
                        "cases.status",
                        "attachments.id",
                        "attachments.status"));

        output.say(
                "Its network failed before the answer came? It sends the same again, with the same Idempotency-Key: the"
                        + " same answer, and still one folder. The key with another body is refused.");
        var again = dgs.post("/folders", wanted, "Idempotency-Key", key).expect(201, "id");
        partners.check("the same folder", folder.folder().path("id"), again.path("id"));
        dgs.post("/folders", wanted.replace("Camille", "Alix"), "Idempotency-Key", key)
                .expectError(422, "Idempotency-Key was used for another request");
    }

    private void complete() {
        output.chapter("Until the folder is complete, no town hall sees it");
        output.say("Valbourg looks at its queue, then asks for the case whose identifier it cannot know yet.");
        valbourg.pollNothing(PROCESS, folder.caseId(0));
        valbourg.get(folder.casePath(0)).expectError(404, "Case is not found");

        output.say(
                "The operator sends the bytes. A digest that does not match is refused, leaves nothing behind, and the file"
                        + " can be sent again.");
        dgs.put(folder.filePath(0), CERTIFICATE, DATA.digest())
                .expectError(400, "Digest does not match with attachment content");
        dgs.put(folder.filePath(0), CERTIFICATE, CERTIFICATE.digest()).expect(204);
        dgs.put(folder.filePath(1), DATA, DATA.digest()).expect(204);

        output.say(
                "It sees that both have come, and says that the folder is complete: the hub notifies both town halls.");
        dgs.get(folder.path()).expect(200, OVERVIEW);
        dgs.patch(folder.path(), "{\"globalStatus\": \"HUBEE_COMPLETED\"}").expect(204);
        requireFolder("HUBEE_NOTIFIED");
    }

    private void fetch() {
        output.chapter("Valbourg's software polls, and fetches the case with its files");
        var waiting = valbourg.poll(PROCESS, folder.caseId(0));
        partners.check("no eventId: a new case", true, waiting.path("eventId").isNull());
        var theCase = valbourg.get(folder.casePath(0))
                .expect(
                        200,
                        "status",
                        "externalId",
                        "applicant",
                        "attachments.fileName",
                        "attachments.type",
                        "attachments.size",
                        "events");
        partners.check("both files", 2, theCase.path("attachments").size());

        output.say("It compares each file with its digest. The second download breaks after 30 bytes and is resumed.");
        var first = valbourg.get(folder.casePath(0) + "/attachments/" + folder.fileId(0));
        var bytes = first.expectBytes(200);
        partners.check("the digest is right", first.header("digest"), DemoFile.digest(bytes));
        var resumed = new ByteArrayOutputStream();
        var path = folder.casePath(0) + "/attachments/" + folder.fileId(1);
        resumed.writeBytes(valbourg.getPart(path, "bytes=0-29").expectBytes(206));
        resumed.writeBytes(valbourg.getPart(path, "bytes=30-").expectBytes(206));
        partners.check("both parts make the file", true, DATA.is(resumed.toByteArray()));

        output.say(
                "One event changes the status, writes the history and tells the operator. Its message is for the operator:"
                        + " each démarche takes one with a status. The notification is dealt with: it is deleted.");
        valbourg.post(folder.events(0), Deposit.moving("HUBEE_NOTIFIED", "IN_PROGRESS", TAKEN))
                .expect(201, "id", "status", "transmitter", "caseNewStatus");
        valbourg.forget(waiting);
        valbourg.get(folder.casePath(0) + "?lite=true").expect(200, "status", "attachments", "events");
    }

    private void answer() {
        output.chapter("The operator reads the answer, and its acknowledgement comes back");
        var waiting = dgs.poll(PROCESS, folder.caseId(0));
        var event = folder.event(0, waiting);
        var read = dgs.get(event)
                .expect(200, "actionType", "author", "comment", "message", "caseNewStatus", "partnerInfo");
        partners.check("the message", TAKEN, read.path("message").asText());
        dgs.patch(event, "{\"status\": \"RECEIVED\"}").expect(204);
        dgs.forget(waiting);

        output.say("Valbourg is told that its event has been read.");
        var acknowledged = valbourg.poll(PROCESS, folder.caseId(0));
        partners.check(
                "an acknowledgement",
                "RECEIVED",
                acknowledged.path("eventStatus").asText());
        valbourg.forget(acknowledged);
    }

    private void oldManner() {
        output.chapter("Clairmont's older software: the status by itself, then the history");
        var waiting = clairmont.poll(PROCESS, folder.caseId(1));
        var theCase = clairmont.get(folder.casePath(1)).expect(200, "status", "attachments.fileName");
        partners.check(
                "the one file that is for Clairmont",
                1,
                theCase.path("attachments").size());
        clairmont.get(folder.casePath(1) + "/attachments/" + folder.fileId(0)).expectBytes(200);
        output.say("It tries to write to the operator without a status, which this démarche does not allow.");
        clairmont.post(folder.events(1), """
                        {"actionType": "SENDING_MESSAGE", "notification": true, "message": "Bien reçu"}""").expectError(400, "Process CERTDC does not allow messages");
        output.say("It cannot send PATCH either: a header says what it means.");
        clairmont
                .post(folder.casePath(1), "{\"status\": \"DONE\"}", "X-HTTP-Method-Override", "PATCH")
                .expect(204);
        clairmont
                .post(folder.events(1), Deposit.moving("HUBEE_NOTIFIED", "DONE", "Acte dressé"))
                .expect(201, "id", "status", "message", "caseNewStatus");
        clairmont.forget(waiting);

        output.say("The folder follows the least advanced of its cases.");
        requireFolder("IN_PROGRESS");
        valbourg.post(folder.events(0), Deposit.moving("IN_PROGRESS", "DONE", "Mention portée"))
                .expect(201, "status", "message", "caseNewStatus");
        requireFolder("DONE");

        output.say("A neighbour's case is none of its business, nor is a folder of another operator's.");
        clairmont.get(folder.casePath(0)).expectError(403, "Unauthorized user");
        clairmont.get(folder.casePath(0) + "/attachments/" + folder.fileId(1)).expectError(403, "Unauthorized user");
        partners.signIn("DILA", "demo-dila").get(folder.path()).expectError(403, "Unauthorized user");
    }

    private void close() {
        output.chapter("The operator closes: it alone may");
        valbourg.patch(folder.casePath(0), "{\"status\": \"CLOSED\"}").expectError(403, "Unauthorized user");
        for (int position = 0; position < 2; position++) {
            var waiting = dgs.poll(PROCESS, folder.caseId(position));
            dgs.patch(folder.event(position, waiting), "{\"status\": \"RECEIVED\"}")
                    .expect(204);
            dgs.post(folder.events(position), Deposit.moving("DONE", "CLOSED")).expect(201, "status", "caseNewStatus");
            dgs.forget(waiting);
        }
        dgs.patch(folder.path(), "{\"globalStatus\": \"CLOSED\"}").expect(204);
        requireFolder("CLOSED");

        output.say(
                "Each town hall empties its queue: the acknowledgement and the closing. What is closed stays as it is.");
        for (int waiting = 0; waiting < 2; waiting++) {
            valbourg.forget(valbourg.poll(PROCESS, folder.caseId(0)));
            clairmont.forget(clairmont.poll(PROCESS, folder.caseId(1)));
        }
        valbourg.pollNothing(PROCESS, folder.caseId(0));
        valbourg.post(folder.events(0), Deposit.moving("CLOSED", "IN_PROGRESS")).expectError(403, "Unauthorized user");
    }

    private void requireFolder(String status) {
        var now = dgs.get(folder.path()).expect(200, OVERVIEW);
        partners.check(
                "the folder is " + status, status, now.path("globalStatus").asText());
    }
}
