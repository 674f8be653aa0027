package fr.hubee.it.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A folder that an operator has announced, with what is needed to go on with it. */
public final class Deposit {
    public static final String TOWN = "99101";
    public static final String OTHER_TOWN = "99102";

    public static final byte[] REQUEST = "<demande><acte>naissance</acte></demande>".getBytes(StandardCharsets.UTF_8);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Partner transmitter;
    private final JsonNode folder;

    private Deposit(Partner transmitter, JsonNode folder) {
        this.transmitter = transmitter;
        this.folder = folder;
    }

    /** Returns an external identifier that no other test uses. */
    public static String number() {
        return "DILA-EtatC-" + System.nanoTime() + "-" + COUNT.incrementAndGet();
    }

    /** Announces a birth-certificate request to towns, with one XML file that all of them receive. */
    public static Deposit announce(Partner transmitter, String... towns) {
        var answer = transmitter
                .post("/folders", json("EtatCivil", "ActeEtatCivil-XML", List.of(towns)))
                .expect(201);
        return new Deposit(transmitter, answer.json());
    }

    /** Announces a birth-certificate request to a town that subscribed a moment ago. */
    public static Deposit announce(Partner transmitter, NewTown town) {
        var answer = transmitter.post("/folders", json(town)).expect(201);
        return new Deposit(transmitter, answer.json());
    }

    /** Announces a folder that the test describes itself. */
    public static Deposit announced(Partner transmitter, String json) {
        var answer = transmitter.post("/folders", json).expect(201);
        return new Deposit(transmitter, answer.json());
    }

    /** Returns the JSON that announces it. */
    public static String json(NewTown town) {
        return json("EtatCivil", "ActeEtatCivil-XML", List.of(TOWN))
                .replace("99000101800011", town.companyRegister())
                .replace("\"branchCode\": \"" + TOWN + "\"", "\"branchCode\": \"" + town.branchCode() + "\"");
    }

    /** Deposits a complete folder of the démarche, ready to be fetched by one town. */
    public static Deposit complete(Partner transmitter, String process, String type, String town) {
        var answer =
                transmitter.post("/folders", json(process, type, List.of(town))).expect(201);
        return new Deposit(transmitter, answer.json()).upload().complete();
    }

    /** Deposits a complete folder for a town that is not in the demonstration. */
    public static Deposit complete(Partner transmitter, String process, String type, NewTown town) {
        var json = json(process, type, List.of(TOWN)).replace(town(TOWN), town.key());
        var answer = transmitter.post("/folders", json).expect(201);
        return new Deposit(transmitter, answer.json()).upload().complete();
    }

    /** Deposits a complete folder for two towns that are not in the demonstration; both receive its file. */
    public static Deposit complete(Partner transmitter, String process, String type, NewTown one, NewTown other) {
        var json = json(process, type, List.of(TOWN, OTHER_TOWN))
                .replace(town(TOWN), one.key())
                .replace(town(OTHER_TOWN), other.key());
        var answer = transmitter.post("/folders", json).expect(201);
        return new Deposit(transmitter, answer.json()).upload().complete();
    }

    /** Deposits a complete birth-certificate request, ready to be fetched by its towns. */
    public static Deposit complete(Partner transmitter, String... towns) {
        return announce(transmitter, towns).upload().complete();
    }

    public static String json(String process, String type, List<String> towns) {
        var number = number();
        var cases = towns.stream()
                .map(town -> """
                        {"externalId": "%s-%s", "recipient": %s}""".formatted(number, town, town(town)))
                .collect(Collectors.joining(","));
        var recipients =
                towns.stream().map(town -> '"' + number + "-" + town + '"').collect(Collectors.joining(","));
        return """
                {"externalId": "%s", "processCode": "%s",
                 "applicant": {"firstName": "Camille", "lastName": "Exemple", "email": null},
                 "cases": [%s],
                 "attachments": [{"fileName": "demande.xml", "type": "%s", "size": %d,
                   "mimeType": "application/xml", "recipients": [%s]}]}
                """.formatted(number, process, cases, type, REQUEST.length, recipients);
    }

    /** Announces a folder with one file of that size. */
    public static Deposit announcedOfSize(Partner transmitter, int size) {
        var json = json("EtatCivil", "ActeEtatCivil-XML", List.of(TOWN));
        return announced(transmitter, json.replace("\"size\": " + REQUEST.length, "\"size\": " + size));
    }

    public static String town(String branchCode) {
        var register = switch (branchCode) {
            case TOWN -> "99000101800011";
            case OTHER_TOWN -> "99000102600014";
            case "99103" -> "99000103400018";
            case "99106" -> "99000106700018";
            default -> throw new IllegalArgumentException(branchCode);
        };
        return """
                {"type": "SI", "companyRegister": "%s", "branchCode": "%s"}""".formatted(register, branchCode);
    }

    public Deposit upload() {
        for (var attachment : folder.path("attachments")) {
            transmitter
                    .upload(path() + "/attachments/" + attachment.path("id").asText(), REQUEST)
                    .expect(204);
        }
        return this;
    }

    public Deposit complete() {
        transmitter.patch(path(), "{\"globalStatus\": \"HUBEE_COMPLETED\"}").expect(204);
        return this;
    }

    public String path() {
        return "/folders/" + folder.path("id").asText();
    }

    public String caseId() {
        return caseId(0);
    }

    public String caseId(int position) {
        return folder.path("cases").path(position).path("id").asText();
    }

    /** Returns the case of its first recipient. */
    public UUID theCase() {
        return UUID.fromString(caseId());
    }

    /** Returns its first file. */
    public UUID file() {
        return UUID.fromString(attachmentId());
    }

    public String casePath() {
        return "/cases/" + caseId();
    }

    public String attachmentId() {
        return folder.path("attachments").path(0).path("id").asText();
    }

    public String attachmentPath() {
        return path() + "/attachments/" + attachmentId();
    }

    public String status() {
        return transmitter.get(path()).field("globalStatus");
    }

    public JsonNode folder() {
        return folder;
    }

    /** Sends an event that changes the status of its case. */
    public Answer move(Partner party, String status) {
        return party.post(casePath() + "/events", moving(status));
    }

    /** Returns an event that changes the status and is notified. */
    public static String moving(String status) {
        return """
                {"actionType": "STATUS_UPDATE", "author": "Mairie", "notification": true, "caseNewStatus": "%s"}""".formatted(status);
    }
}
