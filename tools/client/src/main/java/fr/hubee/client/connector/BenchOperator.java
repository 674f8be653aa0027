package fr.hubee.client.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.client.Hub;
import fr.hubee.client.Software;
import fr.hubee.client.http.ApiException;
import fr.hubee.client.teledossiers.Applicant;
import fr.hubee.client.teledossiers.Folder;
import fr.hubee.client.teledossiers.FolderAttachment;
import fr.hubee.client.teledossiers.FolderCase;
import fr.hubee.client.teledossiers.OrganizationIdentifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** An operator without people: it starts scenarios of the test bench, and deposits a télédossier when one of them begins. */
public final class BenchOperator {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Hub hub;
    private final Path folder;
    private final OperatorConnector connector;
    private final String process;
    private final String type;
    private final String[] recipients;

    private Folder announced;

    /** @param recipients of each télédossier: SIRET and branch code, {@code 99000200800011-99000} */
    public BenchOperator(Hub hub, Path folder, String process, String type, String... recipients) {
        this.hub = hub;
        this.folder = folder;
        this.connector = new OperatorConnector(hub, folder, (caseId, event, files) -> {});
        this.process = process;
        this.type = type;
        this.recipients = recipients;
    }

    /** Runs the scenarios that are named, or the profile; ends with 1 when one of them failed. */
    public static void main(String... scenarios) throws Exception {
        var environment = System.getenv();
        for (var each : List.of("HUB", "CLIENT_ID", "CLIENT_SECRET", "PROCESS", "TYPE", "RECIPIENTS")) {
            if (!environment.containsKey(each)) {
                throw new IllegalArgumentException(each + " is missing in the environment");
            }
        }
        var hub = new Hub(
                URI.create(environment.get("HUB")),
                environment.get("CLIENT_ID"),
                environment.get("CLIENT_SECRET"),
                new Software("HubEE", "hubee-client", "1.0.0"));
        var operator = new BenchOperator(
                hub,
                Files.createDirectories(Path.of("deposits")),
                environment.get("PROCESS"),
                environment.get("TYPE"),
                environment.get("RECIPIENTS").split(","));
        var wanted = JSON.createObjectNode();
        if (scenarios.length == 0) {
            wanted.put("profile", "OSL");
        } else {
            wanted.set("scenarios", JSON.valueToTree(scenarios));
        }
        var ended = operator.passes(wanted);
        System.out.println(ended.toPrettyString());
        System.exit(ended.path("state").asText().equals("PASSED") ? 0 : 1);
    }

    private JsonNode passes(JsonNode wanted) throws Exception {
        var start = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wanted.toString()));
        var run = "/bench/v1/runs/" + call("/bench/v1/runs", start).path("id").asText();
        while (true) {
            var now = call(run, HttpRequest.newBuilder());
            if (!now.path("state").asText().equals("RUNNING")) {
                return now;
            }
            for (var scenario : now.path("scenarios")) {
                if (scenario.path("state").asText().equals("RUNNING") && begins(scenario.path("steps"))) {
                    deposit();
                }
            }
            connector.round();
            Thread.sleep(1000);
        }
    }

    private JsonNode call(String path, HttpRequest.Builder request) throws ApiException, IOException {
        var answer = hub.send(path, request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new ApiException(answer.statusCode(), answer.headers(), answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Whether the bench has not seen a deposit yet; the first step may be what will go wrong with it. */
    private static boolean begins(JsonNode steps) {
        return steps.path(0).path("state").asText().equals("WAITING")
                || steps.path(1).path("state").asText().equals("WAITING");
    }

    /** Deposits one; when that fails, the same again a moment later. */
    private void deposit() throws IOException {
        if (announced == null) {
            announced = announced();
        }
        var file = Files.writeString(folder.resolve("request.xml"), content());
        try {
            connector.deposit(announced, attachment -> file);
            announced = null;
        } catch (ApiException | IOException refused) {
            System.out.println(refused.getMessage());
        }
    }

    private static String content() {
        return "<demande>" + "une demande ".repeat(10_000) + "</demande>";
    }

    private Folder announced() {
        var number = UUID.randomUUID().toString().substring(0, 13);
        var attachment = new FolderAttachment()
                .fileName("demande.xml")
                .type(type)
                .mimeType("application/xml")
                .size((long) content().length());
        var wanted = new Folder()
                .externalId(number)
                .processCode(process)
                .applicant(new Applicant().firstName("Camille").lastName("Exemple"))
                .addAttachmentsItem(attachment);
        for (int i = 0; i < recipients.length; i++) {
            var key = recipients[i].split("-");
            var recipient = new OrganizationIdentifier()
                    .type(OrganizationIdentifier.TypeEnum.SI)
                    .companyRegister(key[0])
                    .branchCode(key[1]);
            wanted.addCasesItem(new FolderCase().externalId(number + "-" + i).recipient(recipient));
            attachment.addRecipientsItem(number + "-" + i);
        }
        return wanted;
    }
}
