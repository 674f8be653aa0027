package fr.hubee.demonstration.scenario;

/** A birth certificate requested online: the town hall and the operator exchange messages. */
public final class CivilStatus {
    private static final String PROCESS = "EtatCivil";
    private static final DemoFile REQUEST =
            DemoFile.xml("demande.xml", "ActeEtatCivil-XML", "<demande><acte>naissance</acte></demande>");

    private final ScenarioPartners partners;
    private final ScenarioOutput output;

    public CivilStatus(ScenarioPartners partners) {
        this.partners = partners;
        this.output = partners.output();
    }

    public void tell() {
        output.chapter("EtatCivil: a town hall writes to the person, through the operator");
        var dila = partners.signIn("DILA", "demo-dila");
        var valbourg = partners.signIn("Valbourg", "demo-valbourg-etatcivil");
        var folder = Deposit.complete(
                dila,
                new Announcement("DILA-EtatC", PROCESS, "Camille", "Exemple")
                        .to(partners.credentials("demo-valbourg-etatcivil").organization())
                        .with(REQUEST, 1),
                REQUEST);
        valbourg.forget(valbourg.poll(PROCESS, folder.caseId(0)));

        output.say("The message goes to the operator; the comment stays in the town hall.");
        valbourg.post(folder.events(0), """
                        {"actionType": "SENDING_MESSAGE", "author": "Service état civil", "notification": true,
                         "message": "Quel est le prénom de votre mère ?", "comment": "acte introuvable en 1987",
                         "caseNewStatus": "IN_PROGRESS"}""").expect(201, "id", "status", "message", "comment");
        var asked = dila.poll(PROCESS, folder.caseId(0));
        var read = dila.get(folder.event(0, asked)).expect(200, "actionType", "message", "comment");
        partners.check(
                "the operator never sees the comment",
                true,
                read.path("comment").isNull());
        dila.patch(folder.event(0, asked), "{\"status\": \"RECEIVED\"}").expect(204);
        dila.forget(asked);

        output.say("The operator writes back what the person answered.");
        dila.post(folder.events(0), """
                        {"actionType": "SENDING_MESSAGE", "author": "Service public", "notification": true,
                         "message": "Elle s'appelle Dominique"}""").expect(201, "id", "status", "message");
        valbourg.forget(valbourg.poll(PROCESS, folder.caseId(0)));
        valbourg.forget(valbourg.poll(PROCESS, folder.caseId(0)));
        output.say("The history tells it all, oldest first.");
        valbourg.get(folder.casePath(0)).expect(200, "status", "events.author", "events.message", "events.comment");

        output.say("Each démarche has its rules: this one takes no file from a town hall.");
        valbourg.post(folder.events(0), """
                        {"actionType": "ATTACH_DEPOSIT", "notification": true, "attachments": [%s]}""".formatted(REQUEST.json()))
                .expectError(400, "Attachment deposit by an SI is not enabled for process EtatCivil");

        output.say("The town hall ends its work, the operator closes. One of the simplest clients only sets statuses.");
        valbourg.patch(folder.casePath(0), "{\"status\": \"DONE\"}").expect(204);
        dila.patch(folder.casePath(0), "{\"status\": \"CLOSED\"}").expect(204);
        dila.patch(folder.path(), "{\"globalStatus\": \"CLOSED\"}").expect(204);
        dila.get(folder.path()).expect(200, "globalStatus", "cases.status");
    }
}
