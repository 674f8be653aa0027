package fr.hubee.it.exchange;

import static fr.hubee.client.teledossiers.CaseEvent.CaseNewStatusEnum.DONE;
import static fr.hubee.client.teledossiers.CaseEvent.CaseNewStatusEnum.IN_PROGRESS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpServer;
import fr.hubee.client.Feed;
import fr.hubee.client.Hub;
import fr.hubee.client.Software;
import fr.hubee.client.Webhooks;
import fr.hubee.client.connector.BenchService;
import fr.hubee.client.connector.OperatorConnector;
import fr.hubee.client.connector.ServiceSoftware;
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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The connectors in Java that partners get (tools/client) play a whole exchange; nobody else uses these credentials. */
class ConnectorsIT extends OverHttp {
    private static final boolean LONG = Boolean.getBoolean("hubee.long");
    private static final String NAME = "Évènement n° 3 « été » 😀.xml";

    @TempDir
    Path folder;

    private final Partner snated = Partner.of("demo-snated");
    private final List<String> imported = new ArrayList<>();
    private final Map<UUID, List<String>> heard = new HashMap<>();
    private Path request;
    private SiConnector si;
    private OperatorConnector operator;

    private final ServiceSoftware departement = new ServiceSoftware() {
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
        return operator.deposit(wanted(), attachment -> request);
    }

    private static Folder wanted() {
        var number = Deposit.number();
        var recipient = new OrganizationIdentifier()
                .type(OrganizationIdentifier.TypeEnum.SI)
                .companyRegister("99000200800011")
                .branchCode("99000");
        return new Folder()
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
    void aDepositAndAnAnswerWithAFileAreMadeAgainAfterTheirLastAnswerWasLost() throws Exception {
        var wanted = wanted();
        var caseId = operator.deposit(wanted, file -> request).getCases().get(0).getId();
        assertEquals(
                caseId,
                operator.deposit(wanted, file -> request).getCases().get(0).getId());
        si.round();

        var key = UUID.randomUUID();
        for (int times = 0; times < 2; times++) {
            var answer = new Attachment()
                    .fileName("réponse.xml")
                    .type("documents")
                    .mimeType("application/xml")
                    .size((long) Deposit.REQUEST.length);
            si.answer(caseId, IN_PROGRESS, answer, request, key);
        }

        assertEquals(2, snated.get("/cases/" + caseId).json().path("events").size());
    }

    /** Lets a service without people follow the feed until the scenarios have ended. */
    private void passes(String client, String wanted) throws Exception {
        var bench = Partner.of(client).atBench();
        var service = new BenchService(hub(client), Files.createTempDirectory(folder, "service"));
        var feed = new Feed(hub(client), Files.writeString(folder.resolve(client), "/feed/v1/events?limit=100&wait=2"));
        var run = "/runs/" + bench.post("/runs", wanted).expect(201).field("id");
        var now = bench.get(run).json();
        while (now.path("state").asText().equals("RUNNING")) {
            feed.read(event -> {}); // when some may be missing, the queue is read, as it is anyway
            service.round();
            now = bench.get(run).json();
        }
        assertEquals("PASSED", now.path("state").asText(), now::toPrettyString);
    }

    /** Starts an endpoint that notes the identifier of each event, which is its {@code webhook-id}. */
    private static HttpServer endpoint(Queue<String> secrets, Queue<String> told) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try {
                var body = exchange.getRequestBody().readAllBytes();
                var event = new Webhooks(secrets.element()).read(body, exchange.getRequestHeaders());
                told.add(event.id());
                var answer = Webhooks.answer(event).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
                exchange.getResponseBody().write(answer);
            } catch (WebhookVerificationException refused) {
                exchange.sendResponseHeaders(401, -1);
            } finally {
                exchange.close();
            }
        });
        server.start();
        return server;
    }

    /** Runs the profile {@code PUSH}, or the webhooks of it. */
    @Test
    void softwareThatGetsAnEventTwicePassesTheTestBench() throws Exception {
        var client = "demo-haute-rivaine-snated";
        var feed = Partner.of(client).atFeed();
        var secrets = new ConcurrentLinkedQueue<String>();
        var told = new ConcurrentLinkedQueue<String>();
        var server = endpoint(secrets, told);
        var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/hubee";
        var endpoint =
                feed.post("/endpoints", "{\"address\":\"" + address + "\"}").expect(201);
        secrets.add(endpoint.field("secret"));
        var path = "/endpoints/" + endpoint.field("id");
        try {
            feed.post(path + "/proof", "").expect(202);
            Wait.until(() -> feed.get(path).field("state").equals("ACTIVE"));
            told.clear();

            passes(client, LONG ? "{\"profile\": \"PUSH\"}" : "{\"scenarios\": [\"push-webhook\"]}");

            assertTrue(told.size() > Set.copyOf(told).size(), "none came again: " + told);
        } finally {
            feed.delete(path).expect(204);
            server.stop(0);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "hubee.long", matches = "true")
    void theConnectorOfAServicePassesWhatNeedsFilesOfItAGigabyteAndTwoDemarches() throws Exception {
        passes("demo-haute-rivaine-snated", "{\"profile\": \"SI\"}");
        passes("demo-haute-rivaine-snated", "{\"scenarios\": [\"gigabyte\"]}");
        passes("demo-haute-rivaine", "{\"scenarios\": [\"two-processes\"]}");
    }
}
