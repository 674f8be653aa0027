package fr.hubee.demonstration.scenario;

/** Shows requests that the hub refuses, with its messages. */
public final class Refusals {
    /** A town whose subscription to the démarche is not active. */
    private static final String LES_HAUTES_VERNES =
            "{\"type\": \"SI\", \"companyRegister\": \"99000106700018\", \"branchCode\": \"99106\"}";

    private static final DemoFile CERTIFICATE =
            DemoFile.pdf("certificat-deces.pdf", "DD_Certificatdedeces", "certificat de deces, volet administratif");

    private final ScenarioPartners partners;

    public Refusals(ScenarioPartners partners) {
        this.partners = partners;
    }

    public void tell() {
        var output = partners.output();
        output.chapter("A folder is taken whole, or not at all");
        var dgs = partners.signIn("DGS", "demo-dgs");
        output.say("Les Hautes-Vernes has not activated its subscription: nothing is taken for Valbourg either.");
        var wanted =
                announcement().to(LES_HAUTES_VERNES).with(CERTIFICATE, 1, 2).json();
        dgs.post("/folders", wanted)
                .expectError(400, "Case recipient SI-99000106700018-99106 does not suscribed to CERTDC");

        output.say(
                "A body that misses something is told what, and where; what the démarche does not take is told too.");
        dgs.post("/folders", "{\"externalId\": \"DGS-CERTDC-1\", \"processCode\": \"CERTDC\", \"cases\": []}")
                .expect(400);
        var picture = new DemoFile("photo.png", "DD_Certificatdedeces", "image/png", "no picture");
        dgs.post("/folders", announcement().with(picture, 1).json())
                .expectError(400, "Attachment format image/png is not enabled for process CERTDC");

        output.say("What nobody has seen may be taken back.");
        var folder = new Deposit(
                dgs.post("/folders", announcement().with(CERTIFICATE, 1).json()).expect(201, "id", "globalStatus"));
        dgs.delete(folder.path()).expect(204);
        dgs.get(folder.path()).expectError(404, "Folder is not found");
    }

    private Announcement announcement() {
        return new Announcement("DGS-CERTDC", "CERTDC", "Camille", "Exemple")
                .to(partners.credentials("demo-valbourg-certdc").organization());
    }
}
