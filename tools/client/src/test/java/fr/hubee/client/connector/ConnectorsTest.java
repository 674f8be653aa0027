package fr.hubee.client.connector;

import static fr.hubee.client.TestHub.json;
import static fr.hubee.client.TestHub.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.client.Script;
import fr.hubee.client.TestHub;
import fr.hubee.client.teledossiers.CaseEvent;
import fr.hubee.client.teledossiers.Folder;
import fr.hubee.client.teledossiers.HubCase;
import fr.hubee.client.teledossiers.Notification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The connectors against a queue in which something goes wrong. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConnectorsTest {
    private static final String API = "/teledossiers/v1";
    private static final UUID FILE = new UUID(3, 3);
    private static final TestHub.Answer DONE = json(204, "");

    private final List<String> told = new ArrayList<>();
    private final List<UUID> queue = new ArrayList<>();
    private Exception problem;
    private TestHub hub;
    private SiConnector si;

    @TempDir
    Path folder;

    private final class Service implements ServiceSoftware {
        @Override
        public void imports(HubCase received, Path files) throws IOException {
            told.add("imports " + received.getId());
            fails();
        }

        @Override
        public void reads(UUID caseId, CaseEvent event, Path files) {
            told.add("reads " + event.getId());
        }

        @Override
        public void lost(UUID caseId, String reason) {
            told.add("lost " + caseId);
        }

        @Override
        public void failed(Notification notification, Exception failure) {
            told.add("failed " + notification.getId());
        }
    }

    private void fails() throws IOException {
        if (problem instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (problem instanceof IOException checked) {
            throw checked;
        }
    }

    @BeforeEach
    void start() throws IOException {
        hub = new TestHub();
        si = new SiConnector(hub.hub(), folder.resolve("si"), new Service());
        hub.answers.put(
                "GET " + API + "/notifications",
                call -> json(
                                200,
                                queue.stream()
                                        .limit(Long.parseLong(call.getRequestURI()
                                                .getQuery()
                                                .replaceFirst(".*maxResult=(\\d+).*", "$1")))
                                        .map(id -> "{\"id\": \"" + id + "\", \"caseId\": \"" + id
                                                + "\", \"eventId\": null}")
                                        .collect(Collectors.joining(", ", "[", "]")))
                        .to(call));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    /** A case whose notification has the same identifier. */
    private UUID waits(int number, String... attachments) {
        var id = new UUID(9, number);
        queue.add(id);
        var files = Stream.of(attachments)
                .map(name -> "{\"id\": \"" + FILE + "\", \"fileName\": \"" + name + "\"}")
                .collect(Collectors.joining(", ", "[", "]"));
        hub.answers.put(
                "GET " + API + "/cases/" + id, json(200, "{\"id\": \"" + id + "\", \"attachments\": " + files + "}"));
        hub.answers.put("POST " + API + "/cases/" + id + "/events", json(201, "{\"id\": \"" + id + "\"}"));
        hub.answers.put("DELETE " + API + "/notifications/" + id, call -> {
            queue.remove(id);
            DONE.to(call);
        });
        return id;
    }

    private void file(UUID caseId, TestHub.Answer answer) {
        hub.answers.put("GET " + API + "/cases/" + caseId + "/attachments/" + FILE, answer);
    }

    /** Returns what the operator was told: statuses with their messages. */
    private List<String> said() throws IOException {
        List<String> said = new ArrayList<>();
        for (var call : hub.calls) {
            if (call.startsWith("POST ")) {
                var event = new ObjectMapper().readTree(call.substring(call.indexOf('{')));
                said.add(event.path("caseNewStatus").asText() + " "
                        + event.path("message").asText("-"));
            }
        }
        return said;
    }

    @Test
    void aPurgedFileIsKnownToBothSidesAndAcknowledged() throws Exception {
        var id = waits(1, "demande.xml");
        file(id, refusal(404, "File is not found"));
        si.round();
        assertEquals(List.of("lost " + id), told);
        assertEquals(List.of("SI_INTG_ERROR Le fichier « demande.xml » n’est plus dans HubEE"), said());
        assertEquals(List.of(), queue);
    }

    @Test
    void aFileThatHasNotComeYetIsNoReasonToRefuseTheTeledossier() throws Exception {
        var id = late(1);
        si.round();
        assertEquals(List.of("imports " + id), told);
        assertEquals(List.of("SI_RECEIVED -"), said());
        assertEquals(List.of(), queue);
    }

    @Test
    void aPurgedCaseIsKnownToTheProgramAndAcknowledged() throws Exception {
        var id = waits(1);
        hub.answers.put("GET " + API + "/cases/" + id, refusal(404, "Case is not found"));
        si.round();
        assertEquals(List.of("lost " + id), told);
        assertEquals(List.of(), queue);
    }

    @Test
    void aForbiddenFileStaysInTheQueueAndTheNextTeledossierIsImported() throws Exception {
        var forbidden = waits(1, "demande.xml");
        var next = waits(2);
        file(forbidden, refusal(403, "Forbidden"));
        si.round();
        assertEquals(List.of("failed " + forbidden, "imports " + next), told);
        assertEquals(List.of("SI_RECEIVED -"), said());
        assertEquals(List.of(forbidden), queue);
    }

    @Test
    void aProgramThatFailsForAMomentSaysNothingToTheOperator() throws Exception {
        var id = waits(1);
        for (var failure : List.of(new IOException("disk"), new IllegalStateException("database"))) {
            problem = failure;
            si.round();
        }
        problem = null;
        si.round();
        assertEquals(List.of("SI_RECEIVED -"), said());
        assertEquals(List.of("imports " + id, "failed " + id, "imports " + id, "failed " + id, "imports " + id), told);
    }

    @Test
    void whatCanNeverBeImportedIsAnsweredWithItsReasonWhereMessagesAreAllowed() throws Exception {
        problem = new CannotImportException("Le XML est invalide");
        var id = waits(1);
        si.round();
        hub.answers.remove("POST " + API + "/cases/" + id + "/events");
        hub.next.addAll(List.of(refusal(400, "Process RSA does not allow messages"), json(201, "{}")));
        queue.add(id);
        si.round();
        assertEquals(
                List.of("SI_INTG_ERROR Le XML est invalide", "SI_INTG_ERROR Le XML est invalide", "SI_INTG_ERROR -"),
                said());
        assertEquals(List.of(), queue);
    }

    @Test
    void aPageOfFailuresDoesNotHideWhatComesAfterIt() throws Exception {
        for (int i = 0; i < 30; i++) {
            file(waits(i, "demande.xml"), refusal(403, "Forbidden"));
        }
        var last = waits(30);
        si.round();
        assertTrue(told.contains("imports " + last), told::toString);
        assertEquals(30, queue.size());
    }

    @Test
    void onlyTheWantedDemarchesAreRead() throws Exception {
        List<String> queries = new ArrayList<>();
        hub.answers.put("GET " + API + "/notifications", call -> {
            queries.add(call.getRequestURI().getQuery());
            json(200, "[]").to(call);
        });
        new OperatorConnector(hub.hub(), folder, (caseId, event, files) -> {}, "EtatCivil", "RSA").round();
        assertTrue(queries.get(0).contains("processCode=EtatCivil&processCode=RSA"), queries::toString);
        si.round();
        assertFalse(queries.get(1).contains("processCode"), queries::toString);
    }

    @Test
    void anOperatorMakesItsFolderAndLeavesWhatFails() throws Exception {
        var id = new UUID(9, 1);
        var place = folder.resolve("new").resolve("osl");
        hub.answers.put(
                "POST " + API + "/folders",
                json(201, "{\"id\": \"" + id + "\", \"attachments\": [], \"cases\": [{\"id\": \"" + id + "\"}]}"));
        hub.answers.put("GET " + API + "/folders/" + id, json(200, "{\"id\": \"" + id + "\", \"attachments\": []}"));
        hub.answers.put("PATCH " + API + "/folders/" + id, DONE);
        List<String> failed = new ArrayList<>();
        var operator = new OperatorConnector(hub.hub(), place, new OperatorConnector.Software() {
            @Override
            public void reads(UUID caseId, CaseEvent event, Path files) {}

            @Override
            public void failed(Notification notification, Exception failure) {
                failed.add(notification.getId() + " " + failure.getMessage());
            }
        });
        operator.deposit(new Folder().externalId("1"), attachment -> place);
        assertEquals(id.toString(), Files.readString(place.resolve(id.toString())));

        waits(1);
        operator.round();
        assertEquals(1, failed.size());
        assertEquals(List.of(id), queue);
    }

    private static final String TYPESCRIPT = """
            import { CannotImport, Hub, SiConnector } from "hubee-client";

            const hub = Hub.ofEnvironment({ editor: "Ponant", application: "Connecteur", version: "1.0.0" });
            const told: string[] = [];
            const connector = new SiConnector(hub, "files", {
              async imports(received) {
                told.push(`imports ${received.id}`);
                if (received.externalId === "never") throw new CannotImport("Le XML est invalide");
                if (received.externalId === "later") throw new Error("database");
              },
              async reads() {},
              lost: (caseId) => told.push(`lost ${caseId}`),
              failed: ({ id }) => told.push(`failed ${id}`),
            });
            await connector.round();
            for (const line of told) console.log(line);
            """;

    private static final String PYTHON = """
            from hubee_client import CannotImport, Hub, SiConnector

            def imports(received, files):
                print("imports", received["id"])
                if received.get("externalId") == "never":
                    raise CannotImport("Le XML est invalide")
                if received.get("externalId") == "later":
                    raise OSError("database")

            def failed(notification, failure):
                print("failed", notification["id"])

            hub = Hub.of_environment("Ponant", "Connecteur", "1.0.0")
            SiConnector(hub, "files", imports, None, lost=lambda case_id, reason: print("lost", case_id), failed=failed).round()
            """;

    private static final String PHP = """
            <?php
            use HubEE\\{CannotImport, Hub, SiConnector};

            require getenv('CLIENT') . '/hubee.php';
            $imports = function (array $received, string $files): void {
                echo "imports {$received['id']}\n";
                match ($received['externalId'] ?? null) {
                    'never' => throw new CannotImport('Le XML est invalide'),
                    'later' => throw new RuntimeException('database'),
                    default => null,
                };
            };
            $hub = Hub::ofEnvironment('Ponant', 'Connecteur', '1.0.0');
            $lost = fn(string $caseId) => print "lost $caseId\n";
            $failed = fn(array $notification) => print "failed {$notification['id']}\n";
            (new SiConnector($hub, 'files', $imports, fn() => null, $lost, $failed))->round();
            """;

    @Test
    void theConnectorInPythonDoesTheSame() throws Exception {
        Files.writeString(folder.resolve("program.py"), PYTHON);
        doesTheSame("python3", "-B", "program.py");
    }

    @Test
    void theConnectorInPhpDoesTheSame() throws Exception {
        Files.writeString(folder.resolve("program.php"), PHP);
        doesTheSame("php", "program.php");
    }

    /** Where Node is, with its packages: npm install -g typescript @types/node. */
    @Test
    void theConnectorInTypeScriptDoesTheSame() throws Exception {
        assumeTrue(Boolean.getBoolean("hubee.long"));
        var modules = Path.of(output("npm", "root", "-g").strip());
        assumeTrue(Files.exists(modules.resolve("typescript")), "no package in " + modules);
        var source = Path.of("target/typescript").toAbsolutePath();
        try (var files = Files.walk(source)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                var copy = folder.resolve(source.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.writeString(folder.resolve("program.ts"), TYPESCRIPT);
        Files.createSymbolicLink(folder.resolve("node_modules"), modules);
        var build = new ObjectMapper()
                .readTree(source.resolve("package.json").toFile())
                .at("/scripts/build");
        assertEquals("", output("sh", "-c", build.asText().replace("tsc", "node node_modules/typescript/bin/tsc")));

        doesTheSame("node", "program.js");
    }

    private void doesTheSame(String... program) throws Exception {
        Script.require(program[0]);
        var purged = waits(1, "demande.xml");
        file(purged, refusal(404, "File is not found"));
        var forbidden = waits(2, "demande.xml");
        file(forbidden, refusal(403, "Forbidden"));
        var never = imported(3, "never");
        var later = imported(4, "later");
        var fine = late(5);
        assertEquals(
                List.of(
                        "lost " + purged,
                        "failed " + forbidden,
                        "imports " + never,
                        "imports " + later,
                        "failed " + later,
                        "imports " + fine),
                output(program).lines().toList());
        assertEquals(
                List.of(
                        "SI_INTG_ERROR Le fichier « demande.xml » n’est plus dans HubEE",
                        "SI_INTG_ERROR Le XML est invalide",
                        "SI_RECEIVED -"),
                said());
        assertEquals(List.of(forbidden, later), queue);
    }

    /** A case whose file was announced and has not come: the hub has nothing to give. */
    private UUID late(int number) {
        var id = waits(number);
        hub.answers.put(
                "GET " + API + "/cases/" + id,
                json(
                        200,
                        "{\"id\": \"" + id + "\", \"attachments\": [{\"id\": \"" + FILE
                                + "\", \"fileName\": \"demande.xml\", \"status\": \"PENDING\"}]}"));
        file(id, refusal(404, "File is not found"));
        return id;
    }

    private UUID imported(int number, String how) {
        var id = waits(number);
        var body = "{\"id\": \"" + id + "\", \"externalId\": \"" + how + "\", \"attachments\": null}";
        hub.answers.put("GET " + API + "/cases/" + id, json(200, body));
        return id;
    }

    private String output(String... command) throws Exception {
        var said = folder.resolve("said").toFile();
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said);
        builder.environment().putAll(hub.environment());
        try {
            builder.start().waitFor();
        } catch (IOException gone) {
            abort(command[0] + " is not there");
        }
        return Files.readString(said.toPath());
    }
}
