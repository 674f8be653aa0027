package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.OwnDemarche;
import fr.hubee.people.account.ActorType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that an operator demands files of a form, and that a deposit without them is refused before anybody is told. */
class DepositGateIT extends InBrowser {
    private static final String TYPE = "ActeEtatCivil-XML";
    private static final String XSD = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="demande"><xs:complexType><xs:sequence>
              <xs:element name="acte"><xs:simpleType><xs:restriction base="xs:string">%s</xs:restriction></xs:simpleType></xs:element>
            </xs:sequence></xs:complexType></xs:element></xs:schema>""";
    private static final String ONLY_DEATHS = XSD.formatted("<xs:enumeration value=\"deces\"/>");
    private static final String COMPLETED = "{\"globalStatus\": \"HUBEE_COMPLETED\"}";

    private final OwnDemarche process = OwnDemarche.keeping("DONE", 4, 4, 4);

    @TempDir
    Path folder;

    private void open() {
        chrome.signIn(Visitor.of(NewPerson.camille(Organizations.DILA, ActorType.BUSINESS_ADMINISTRATOR)));
        chrome.open("/controle?demarche=" + process.code);
    }

    private void attach(String schema) throws IOException {
        chrome.find("#file")
                .sendKeys(Files.writeString(folder.resolve(UUID.randomUUID() + ".xsd"), schema)
                        .toString());
        chrome.choose("type", TYPE).press("attach");
    }

    private Answer complete(Deposit deposit) {
        return process.operator().patch(deposit.path(), COMPLETED);
    }

    private void upload(Deposit deposit, String content) {
        process.operator()
                .upload(deposit.attachmentPath(), content.getBytes(StandardCharsets.UTF_8))
                .expect(204);
    }

    private static String refused(String rule) {
        return "Attachment does not follow process %s: " + rule;
    }

    @Test
    void aFileThatBreaksItsSchemaIsRefusedFieldByFieldAndCorrected() throws IOException {
        open();
        attach(ONLY_DEATHS);
        chrome.shows("Le schéma est attaché");
        var deposit = process.announced().upload();

        var expected = refused("attachments[0] (" + TYPE + "): /demande/acte, line 1 column 32: cvc-enumeration-valid")
                .formatted(process.code);
        for (var again : new int[] {1, 2}) {
            var answer = complete(deposit).expect(400, "time " + again);
            assertEquals(expected, answer.error());
            assertEquals(400, answer.json().at("/errors/0/code").asInt());
            assertFalse(answer.text().contains("naissance"), answer::text);
        }
        assertEquals("HUBEE_RECEIVED", deposit.status());
        assertEquals(0, notified(deposit));

        upload(deposit, "<demande><acte>deces</acte></demande>\n   ");
        complete(deposit).expect(204);
        assertEquals("HUBEE_NOTIFIED", deposit.status());
        assertEquals(1, notified(deposit));
    }

    @Test
    void aComplementIsHeldAgainstTheSchemaToo() throws IOException {
        var deposit = process.deposit();
        open();
        attach(ONLY_DEATHS);
        int before = notified(deposit);
        var event = process.operator()
                .post(deposit.casePath() + "/events", """
                        {"actionType": "ATTACH_DEPOSIT", "notification": true, "attachments": [{"fileName": "complement.xml",
                          "type": "%s", "size": %d, "mimeType": "application/xml"}]}""".formatted(TYPE, Deposit.REQUEST.length))
                .expect(201);
        var path = deposit.casePath() + "/events/" + event.field("id");
        var sent = "{\"status\": \"SENT\"}";
        var file = path + "/attachments/" + event.field("attachments/0/id");
        process.operator().patch(path, sent).expect(400).shows("Event attachments are not all received");
        process.operator().upload(file, Deposit.REQUEST).expect(204);

        var answer = process.operator().patch(path, sent).expect(400);
        assertTrue(answer.error().endsWith("/demande/acte, line 1 column 32: cvc-enumeration-valid"), answer::text);
        assertEquals(before, notified(deposit));
        process.operator()
                .upload(file, "<demande><acte>deces</acte></demande>\n   ".getBytes(StandardCharsets.UTF_8))
                .expect(204);
        process.operator().patch(path, sent).expect(204);
        assertEquals(before + 1, notified(deposit));
    }

    /** Returns the number of notifications and events of its case. */
    private static int notified(Deposit deposit) {
        return Database.count("notification where case_id = ?", deposit.theCase());
    }

    @Test
    void aDryRunAnswersTheSameAndChangesNothing() throws IOException {
        open();
        attach(ONLY_DEATHS);
        var deposit = process.announced().upload();
        var dry = process.operator().with("HubEE-Dry-Run", "true");

        assertEquals(
                complete(deposit).expect(400).text(),
                dry.patch(deposit.path(), COMPLETED).expect(400).text());
        upload(deposit, "<demande><acte>deces</acte></demande>\n   ");
        dry.patch(deposit.path(), COMPLETED).expect(204);
        dry.patch(deposit.path(), "{\"globalStatus\": \"CLOSED\"}").expect(400);
        process.operator()
                .with("HubEE-Dry-Run", "?1")
                .patch(deposit.path(), COMPLETED)
                .expect(204);
        dry.delete(deposit.path()).expect(400).shows("has no dry run");
        assertEquals("HUBEE_RECEIVED", deposit.status());
        assertEquals(0, notified(deposit));
        complete(deposit).expect(204);
        dry.patch(deposit.path(), "{\"globalStatus\": \"CLOSED\"}").expect(204);
        assertEquals("HUBEE_NOTIFIED", deposit.status());
    }

    @Test
    void aFileOfARequiredTypeIsMissedForEachCase() {
        open();
        chrome.find("input[value='ActeEtatCivil-PDF']").click();
        chrome.press("require");
        chrome.shows("Les pièces obligatoires sont enregistrées.");
        assertEquals("true", chrome.find("input[value='ActeEtatCivil-PDF']").getDomProperty("checked"));
        chrome.judge("controle");
        var deposit = process.announced().upload();

        var answer = complete(deposit).expect(400);

        assertEquals(refused("cases[0]: type ActeEtatCivil-PDF is required").formatted(process.code), answer.error());
        assertEquals(
                1,
                Database.count(
                        "audit_entry where action = 'DEPOSIT_GATE_CHANGED' and subject = ? and changes like '%requiredTypes%'",
                        process.code));
    }

    @Test
    void aFileWithASchemaMustBeThere() throws IOException {
        open();
        attach(ONLY_DEATHS);
        assertTrue(complete(process.announced())
                .expect(400)
                .error()
                .endsWith("attachments[0] (" + TYPE + "): is not received"));
    }

    @Test
    void aSchemaThatHubeeDoesNotRunIsRefusedAndOneIsRemoved() throws IOException {
        open();
        attach("<demande/>");
        chrome.shows("Ce schéma XSD n’est pas valable");
        attach(XSD.formatted("<xs:pattern value=\"(a+)+\"/>"));
        chrome.shows("pourrait demander trop de temps");
        attach(ONLY_DEATHS);
        chrome.shows("Le schéma est attaché");
        chrome.judge("controle-schema");

        chrome.follow("button[name=detach]");
        chrome.shows("Le schéma est enlevé.");

        process.deposit();
        assertEquals(0, Database.count("file_schema where process_code = ?", process.code));
        assertEquals(
                2,
                Database.count(
                        "audit_entry where action = 'DEPOSIT_GATE_CHANGED' and subject = ? and changes like '%schemas%'",
                        process.code));
    }
}
