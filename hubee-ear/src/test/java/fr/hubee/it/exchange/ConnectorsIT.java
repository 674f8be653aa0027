package fr.hubee.it.exchange;

import static fr.hubee.client.teledossiers.CaseEvent.CaseNewStatusEnum.DONE;
import static fr.hubee.client.teledossiers.CaseEvent.CaseNewStatusEnum.IN_PROGRESS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.client.Hub;
import fr.hubee.client.Software;
import fr.hubee.client.connector.OperatorConnector;
import fr.hubee.client.connector.SiConnector;
import fr.hubee.client.teledossiers.Applicant;
import fr.hubee.client.teledossiers.Attachment;
import fr.hubee.client.teledossiers.CaseEvent;
import fr.hubee.client.teledossiers.Folder;
import fr.hubee.client.teledossiers.FolderAttachment;
import fr.hubee.client.teledossiers.FolderCase;
import fr.hubee.client.teledossiers.HubCase;
import fr.hubee.client.teledossiers.OrganizationIdentifier;
import fr.hubee.it.OverHttp;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connectors in Java that partners get (tools/client) play a whole exchange; nobody else uses these credentials. */
class ConnectorsIT extends OverHttp {
    private static final String NAME = "Évènement n° 3 « été » 😀.xml";

    @TempDir
    Path folder;

    private final Partner snated = Partner.of("demo-snated");
    private final List<String> imported = new ArrayList<>();
    private final Map<UUID, List<String>> heard = new HashMap<>();
    private Path request;
    private SiConnector si;
    private OperatorConnector operator;

    private final SiConnector.Software departement = new SiConnector.Software() {
        @Override
        public void imports(HubCase received, Path files) {
            imported.add(
                    received.getId() + " " + received.getAttachments().get(0).getFileName());
        }

        @Override
        public void reads(UUID caseId, CaseEvent event, Path files) {
            heard(caseId, event);
        }
    };

    private void heard(UUID caseId, CaseEvent event) {
        heard.computeIfAbsent(caseId, id -> new ArrayList<>()).add(event.getCaseNewStatus() + " " + event.getMessage());
    }

    private static Hub hub(String client) {
        var software = new Software("Ponant", "Connecteur", "1.0.0");
        return new Hub(URI.create(Partner.address()), client, Partner.secret(client), software);
    }

    @BeforeEach
    void connect() throws IOException {
        request = Files.write(folder.resolve("request"), Deposit.REQUEST);
        si = new SiConnector(
                hub("demo-haute-rivaine-snated"), Files.createDirectory(folder.resolve("si")), departement);
        operator = new OperatorConnector(
                hub("demo-snated"),
                Files.createDirectory(folder.resolve("osl")),
                (caseId, event, files) -> heard(caseId, event));
    }

    private Folder deposit() throws Exception {
        var number = Deposit.number();
        var recipient = new OrganizationIdentifier()
                .type(OrganizationIdentifier.TypeEnum.SI)
                .companyRegister("99000200800011")
                .branchCode("99000");
        var wanted = new Folder()
                .externalId(number)
                .processCode("SNATED")
                .applicant(new Applicant().firstName("Zoé").lastName("D’Été"))
                .addCasesItem(new FolderCase().externalId(number).recipient(recipient))
                .addAttachmentsItem(new FolderAttachment()
                        .fileName(NAME)
                        .type("documents")
                        .mimeType("application/xml")
                        .size((long) Deposit.REQUEST.length)
                        .addRecipientsItem(number));
        return operator.deposit(wanted, attachment -> request);
    }

    private String field(String path, String field) {
        return snated.get(path).expect(200).field(field);
    }

    @Test
    void aTeledossierIsDepositedImportedAnsweredAndClosed() throws Exception {
        var deposited = deposit();
        var caseId = deposited.getCases().get(0).getId();

        si.round();
        assertTrue(imported.contains(caseId + " " + NAME), imported::toString);
        var attachment = deposited.getAttachments().get(0).getId().toString();
        assertArrayEquals(
                Deposit.REQUEST,
                Files.readAllBytes(
                        folder.resolve("si").resolve(caseId.toString()).resolve(attachment)));
        assertEquals("SI_RECEIVED", field("/cases/" + caseId, "status"));

        si.answer(caseId, IN_PROGRESS, "À l’étude", UUID.randomUUID());
        var answer = new Attachment()
                .fileName("réponse.xml")
                .type("documents")
                .mimeType("application/xml")
                .size((long) Deposit.REQUEST.length);
        si.answer(caseId, DONE, answer, request, UUID.randomUUID());
        operator.round();
        assertEquals(
                List.of("DONE null", "IN_PROGRESS À l’étude", "SI_RECEIVED null"),
                heard.get(caseId).stream().sorted().toList());
        assertEquals("CLOSED", field("/cases/" + caseId, "status"));
        assertEquals("CLOSED", field("/folders/" + deposited.getId(), "globalStatus"));

        si.round();
        assertEquals(
                "[]",
                Partner.of("demo-haute-rivaine-snated").get("/notifications").text());
    }

    @Test
    void anAnswerThatIsSaidAgainIsWrittenOnce() throws Exception {
        var caseId = deposit().getCases().get(0).getId();
        var key = UUID.randomUUID();

        si.answer(caseId, IN_PROGRESS, null, key);
        si.answer(caseId, IN_PROGRESS, null, key);

        assertEquals(1, snated.get("/cases/" + caseId).json().path("events").size());
    }

    @Test
    void theConnectorOfAnOperatorPassesTheTestBench() throws Exception {
        var bench = snated.atBench();
        var run = "/runs/"
                + bench.post("/runs", "{\"scenarios\": [\"operator-nominal\"]}")
                        .expect(201)
                        .field("id");

        var ended = Wait.until(
                () -> {
                    if (bench.get(run).field("scenarios/0/steps/0/state").equals("WAITING")) {
                        deposit(); // until the bench has seen one
                    }
                    operator.round();
                    return bench.get(run).json();
                },
                each -> !each.path("state").asText().equals("RUNNING"));
        assertEquals("PASSED", ended.path("state").asText(), ended::toString);
    }
}
