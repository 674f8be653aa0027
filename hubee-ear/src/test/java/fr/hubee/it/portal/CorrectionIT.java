package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Refused calls are made, and the corrected request of each page is sent: it is accepted, or the page shows none. */
class CorrectionIT extends OverHttp {
    /** A software of its own: other tests make more calls of the known one than the log of calls keeps. */
    private static final String DILA = Partner.copyOf("demo-dila");

    private static final String TOWN = "demo-valbourg-etatcivil";
    private static final String RECENSEMENT = "demo-valbourg-recensement";

    private final Partner operator = Partner.of(DILA);
    private final Partner town = Partner.of(TOWN);
    private final Deposit done = Deposit.complete(operator, Deposit.TOWN);
    private final Deposit announced = Deposit.announce(operator, Deposit.TOWN);
    private final SignedIn reader = new SignedIn(Visitor.national());
    private final Map<String, RefusedByHub> refused = new TreeMap<>();

    private record RefusedByHub(String client, Answer answer) {}

    private void refuses(String name, String client, int status, Answer answer) {
        refused.put(name, new RefusedByHub(client, answer.expect(status, name)));
    }

    private static String deposit() {
        return Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN));
    }

    private static Answer token(String secret, String form) {
        return Partner.askToken(Partner.address(), DILA, secret, form);
    }

    private void refusesDeposits() {
        refuses("deposit without a field", DILA, 400, operator.post("/folders", "{}"));
        refuses("deposit cut", DILA, 400, operator.post("/folders", "{"));
        refuses("deposit with a parameter", DILA, 400, operator.post("/folders?dry=1", deposit()));
        refuses(
                "unknown démarche",
                DILA,
                400,
                operator.post("/folders", deposit().replace("EtatCivil\"", "Jeanne\"")));
        refuses(
                "unknown recipient",
                DILA,
                400,
                operator.post("/folders", deposit().replace("99000101800011", "99000199200017")));
        refuses(
                "the same case twice",
                DILA,
                400,
                operator.post(
                        "/folders",
                        Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN, Deposit.OTHER_TOWN))
                                .replace("-" + Deposit.OTHER_TOWN + "\"", "-" + Deposit.TOWN + "\"")));
        refuses("type", DILA, 400, operator.post("/folders", deposit().replace("ActeEtatCivil-XML", "Jeanne")));
        refuses("format", DILA, 400, operator.post("/folders", deposit().replace("application/xml", "image/gif")));
        refuses("size", DILA, 400, operator.post("/folders", deposit().replace("\"size\": ", "\"size\": 99999999")));
        var once = operator.with("Idempotency-Key", UUID.randomUUID().toString());
        once.post("/folders", deposit()).expect(201);
        refuses("key used before", DILA, 422, once.post("/folders", deposit()));
        refuses(
                "key too long",
                DILA,
                400,
                operator.with("Idempotency-Key", "k".repeat(256)).post("/folders", deposit()));
        refuses(
                "not completed",
                DILA,
                400,
                operator.patch(Deposit.announce(operator, Deposit.TOWN).path(), "{\"globalStatus\": \"CLOSED\"}"));
        refuses("folder status", DILA, 400, operator.patch(done.path(), "{\"globalStatus\": \"HUBEE_RECEIVED\"}"));
        refuses("file too small", DILA, 400, operator.upload(announced.attachmentPath(), new byte[3]));
        refuses(
                "other digest",
                DILA,
                400,
                operator.with("digest", "2Vbq+m9uvrxwdAM8ejmtdW+JDXHvS7fipuo0P/25tyI=")
                        .upload(announced.attachmentPath(), Deposit.REQUEST));
    }

    private void refusesServices() {
        refuses("list with a parameter", TOWN, 400, town.get("/notifications?maxresult=1"));
        refuses("list without a number", TOWN, 400, town.get("/notifications?maxResult=x"));
        refuses("case with a parameter", TOWN, 400, town.get(done.casePath() + "?all=1"));
        refuses("case without a status", TOWN, 400, town.patch(done.casePath(), "{}"));
        refuses("case status", TOWN, 400, town.patch(done.casePath(), "{\"status\": \"HUBEE_RECEIVED\"}"));
        refuses("event without a field", TOWN, 400, town.post(done.casePath() + "/events", "{}"));
        refuses("event status", TOWN, 400, done.move(town, "ARCHIVED"));
        var files =
                "\"attachments\": [{\"fileName\": \"a\", \"type\": \"a\", \"size\": 1, \"mimeType\": \"image/gif\"}]";
        refuses(
                "event with a file",
                TOWN,
                400,
                town.post(done.casePath() + "/events", Deposit.moving("DONE").replace("}", ", " + files + "}")));
        refuses(
                "range",
                TOWN,
                416,
                town.with("Range", "bytes=50000-").get(done.casePath() + "/attachments/" + done.attachmentId()));
        refuses("cursor", TOWN, 400, town.atFeed().get("/events?cursor=x"));
        refuses("limit", TOWN, 400, town.atFeed().get("/events?limit=1001"));
        var recensement = Deposit.complete(operator, "recensementCitoyen", "10870-XML", Deposit.TOWN);
        refuses(
                "format of a service",
                RECENSEMENT,
                400,
                Partner.of(RECENSEMENT)
                        .post(
                                recensement.casePath() + "/events",
                                "{\"actionType\": \"ATTACH_DEPOSIT\", \"author\": \"Mairie\", \"notification\": true, "
                                        + files + "}"));
        refuses("secret", DILA, 401, token("wrong", "grant_type=client_credentials"));
        var secret = Partner.secret(DILA);
        refuses("scope of a token", DILA, 400, token(secret, "grant_type=client_credentials&scope=SI"));
        refuses("kind of token", DILA, 400, token(secret, "grant_type=password"));
    }

    @Test
    void eachCorrectedRequestIsAccepted() {
        refusesDeposits();
        refusesServices();
        var answers = new ArrayList<String>();
        refused.forEach((name, call) -> answers.add(name + ": "
                + CorrectedRequest.of(reader, call.client(), call.answer())
                        .send(Deposit.REQUEST)
                        .map(answer -> answer.status() / 100 == 2 ? "accepted" : answer.toString())
                        .orElse("none")));
        assertEquals(refused.keySet().stream().map(name -> name + ": accepted").toList(), answers);
    }

    private void explains(Answer refusal, String client, String... sentences) {
        var read = CorrectedRequest.of(reader, client, refusal);
        assertTrue(read.send(new byte[0]).isEmpty(), read::page);
        assertFalse(read.page().contains("corrigée"), read::page);
        for (var sentence : sentences) {
            assertTrue(read.page().contains(sentence), () -> sentence + " is not in " + read.page());
        }
    }

    @Test
    void whatNoRequestCanCorrectHasItsReasonAndTheNextStep() {
        var unauthorized = "Unauthorized user";
        var foreign = town.post("/folders", deposit()).expect(403);
        assertEquals(unauthorized, foreign.error());
        explains(foreign, TOWN, TOWN + " a la portée SI", "Un opérateur (OSL) dépose et clôt");
        explains(town.post("/folders", "{}").expect(400), TOWN);
        var certdc = deposit().replace("\"EtatCivil\"", "\"CERTDC\"");
        explains(operator.post("/folders", certdc).expect(403), DILA, DILA + " n’est pas opérateur de CERTDC.");
        var closing = town.patch(done.casePath(), "{\"status\": \"CLOSED\"}").expect(403);
        assertEquals(unauthorized, closing.error());
        explains(closing, TOWN, "CLOSED n’appartient qu’à l’opérateur.", "ADD_AWAITING, REFUSED ou DONE");
        var other = "demo-rochelande";
        explains(Partner.of(other).get(done.casePath()).expect(403), other, "n’est pas pour demo-rochelande");
        explains(operator.get("/folders/" + UUID.randomUUID()).expect(404), DILA);
        explains(town.get("/cases/jeanne").expect(400), TOWN);
        explains(
                operator.upload(done.attachmentPath(), Deposit.REQUEST).expect(400),
                DILA,
                "Attachment is already received");
        var tooSmall = operator.upload(announced.attachmentPath(), new byte[3]).expect(400);
        announced.upload().complete();
        explains(tooSmall, DILA, "HubEE en a reçu 3."); // the file has come since
        explains(operator.delete(done.path()).expect(400), DILA, "Folder cannot be deleted");
        var event = done.move(town, "IN_PROGRESS").expect(201).field("id");
        explains(
                town.patch(done.casePath() + "/events/" + event, "{\"status\": \"RECEIVED\"}")
                        .expect(403),
                TOWN,
                "RECEIVED acquitte un évènement de l’autre partie");
        operator.patch(done.casePath(), "{\"status\": \"CLOSED\"}").expect(204);
        explains(done.move(town, "DONE").expect(403), TOWN, "Le télédossier est clos");
        explains(town.patch(done.casePath(), "{}").expect(400), TOWN);
    }

    @Test
    void anEndpointThatHasNotProvedItselfIsNoChangeAtTheSameTime() {
        var address = "https://" + UUID.randomUUID() + ".example/hubee";
        var created = town.atFeed()
                .post("/endpoints", "{\"address\": \"" + address + "\", \"processCodes\": []}")
                .expect(201);
        var path = "/endpoints/" + created.field("id");
        var refusal = town.atFeed().post(path + "/test", "").expect(400);
        assertEquals("The endpoint is TO_PROVE", refusal.error());
        explains(refusal, TOWN, "n’a pas encore fait sa preuve", "/feed/v1/endpoints/{endpointId}/proof");
        assertFalse(refusal.header("Link").contains("changed-meanwhile"), refusal.header("Link"));
        town.atFeed().delete(path).expect(204);
    }

    @Test
    void thePageHasWhatIsAllowedAndWhatWasReceived() {
        shows(
                operator.post("/folders", deposit().replace("ActeEtatCivil-XML", "Jeanne")),
                "Types permis par la démarche EtatCivil : ",
                "ActeEtatCivil-XML");
        shows(
                operator.post("/folders", deposit().replace("application/xml", "image/gif")),
                "Formats permis ici par la démarche EtatCivil : ",
                "application/pdf");
        shows(
                operator.upload(announced.attachmentPath(), new byte[3]),
                "a " + Deposit.REQUEST.length + " octets ; HubEE en a reçu 3.");
        var digest = "2Vbq+m9uvrxwdAM8ejmtdW+JDXHvS7fipuo0P/25tyI=";
        shows(
                operator.with("digest", digest).upload(announced.attachmentPath(), Deposit.REQUEST),
                digest,
                "celui des octets reçus est ");
        var secret = token("wrong", "grant_type=client_credentials").expect(401);
        assertEquals(
                "A valid OAuth client could not be found for client_id: " + DILA, secret.field("error_description"));
        var page = CorrectedRequest.of(reader, DILA, secret).page();
        assertTrue(page.contains("L’identifiant " + DILA + " existe, mais le secret"), page);
        assertFalse(page.contains("could not be found"), page);
    }

    private void shows(Answer refusal, String... parts) {
        var page = CorrectedRequest.of(reader, DILA, refusal.expect(400)).page();
        for (var part : parts) {
            assertTrue(page.contains(part), () -> part + " is not in " + page);
        }
    }

    @Test
    void whoAsksForAProblemGetsTheSameSentenceButNoStrangerLearnsWhichClientsExist() {
        var problem = "application/json, application/problem+json";
        operator.with("Accept", problem)
                .post("/folders", deposit().replace("\"EtatCivil\"", "\"CERTDC\""))
                .expect(403)
                .shows(
                        "\"detail\":\"Unauthorized user\"",
                        "\"explanation\":\"" + DILA + " is not an operator of CERTDC.");
        operator.with("Accept", problem)
                .get("/folders/" + UUID.randomUUID())
                .expect(404)
                .hides("explanation");
        Partner.send(Partner.form("/oauth2/token", "grant_type=client_credentials")
                        .header("Authorization", Partner.basic(DILA, "wrong"))
                        .header("Accept", problem))
                .expect(401)
                .hides("explanation");
    }
}
