package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.hubee.client.connector.BenchOperator;
import fr.hubee.client.connector.BenchService;
import fr.hubee.it.OverHttp;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Runs the programs that docs/api.md shows under « Être prévenu », and those of the clients that meet the test bench. */
class ExamplesIT extends OverHttp {
    private static final Path DOCS = Path.of(System.getProperty("hubee.bootstrap"), "../../../../../docs")
            .toAbsolutePath()
            .normalize();
    private static final Path CLIENTS = DOCS.resolveSibling("tools/client/src/main");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin/java").toString();

    private static final boolean LONG = Boolean.getBoolean("hubee.long");

    /** The bench and nobody else deposits for this service. */
    private static final String SERVICE = "demo-haute-rivaine-rsa";

    private final Partner rochelande = Partner.of("demo-rochelande").atFeed();
    private final List<Process> running = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        running.forEach(program -> program.destroyForcibly().onExit().join());
    }

    /** Starts a program in the folder, and returns the file to which it writes. */
    private Path start(Map<String, String> environment, String... command) throws IOException {
        var said = folder.resolve("said" + running.size());
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        running.add(builder.redirectOutput(said.toFile()).start());
        return said;
    }

    private String[] java(String program) {
        return new String[] {
            JAVA,
            "-cp",
            System.getProperty("java.class.path"),
            DOCS.resolve("examples/" + program + ".java").toAbsolutePath().toString()
        };
    }

    private String[] typeScript(String program) throws Exception {
        modules();
        Files.copy(DOCS.resolve("examples/" + program + ".ts"), folder.resolve(program + ".ts"));
        return compiled(program);
    }

    private void modules() throws Exception {
        if (Files.exists(folder.resolve("node_modules"))) {
            return;
        }
        var modules = Path.of(output("npm", "root", "-g").strip());
        assumeTrue(Files.exists(modules.resolve("standardwebhooks")), "no package in " + modules);
        Files.createSymbolicLink(folder.resolve("node_modules"), modules);
        Files.writeString(folder.resolve("package.json"), "{\"type\": \"module\"}");
    }

    /** Compiles a program as strictly as possible: npm install -g typescript @types/node standardwebhooks. */
    private String[] compiled(String program) throws Exception {
        assertEquals(
                "",
                output(
                        "node",
                        "node_modules/typescript/bin/tsc",
                        "--strict",
                        "--target",
                        "es2022",
                        "--module",
                        "nodenext",
                        "--types",
                        "node",
                        program + ".ts"));
        return new String[] {"node", program + ".js"};
    }

    private String output(String... command) throws Exception {
        try {
            var said = start(Map.of(), command);
            running.get(running.size() - 1).waitFor();
            return Files.readString(said);
        } catch (IOException gone) {
            return abort(command[0] + " is not there");
        }
    }

    private static boolean says(Path said, String line) {
        try {
            return Files.readString(said).lines().anyMatch(line::equals);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private void follows(String... program) throws Exception {
        var environment = Map.of("HUB", Partner.address(), "TOKEN", Partner.newToken("demo-rochelande"));
        var said = start(environment, program);
        var deposit = Deposit.complete(dila, "EtatCivil", "ActeEtatCivil-XML", "99103");
        Wait.until(() -> says(said, "fr.hubee.case.received.v1 " + deposit.caseId()));
        Wait.until(() -> Files.exists(folder.resolve("next")));
    }

    private void receives(String... program) throws Exception {
        withEndpoint(rochelande, program, said -> {
            var deposit = Deposit.complete(dila, "EtatCivil", "ActeEtatCivil-XML", "99103");
            Wait.until(() -> says(said, "fr.hubee.case.received.v1 " + deposit.caseId()));
        });
    }

    private interface Work {
        void with(Path said) throws Exception;
    }

    /** Does something while a program is the endpoint of a client. */
    private void withEndpoint(Partner feed, String[] program, Work work) throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var address = "http://127.0.0.1:" + port + "/hubee";
        var endpoint =
                feed.post("/endpoints", "{\"address\":\"" + address + "\"}").expect(201);
        var path = "/endpoints/" + endpoint.field("id");
        try {
            var said = start(Map.of("SECRET", endpoint.field("secret"), "PORT", String.valueOf(port)), program);
            Wait.until(() -> answers(address) == 401); // nobody signed
            feed.post(path + "/proof", "").expect(202);
            Wait.until(() -> feed.get(path).field("state").equals("ACTIVE"));
            work.with(said);
        } finally {
            feed.delete(path).expect(204);
        }
    }

    /** @return 0 while nobody listens */
    private static int answers(String address) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.ofString("{}"));
            return Partner.send(request).status();
        } catch (UncheckedIOException gone) {
            return 0;
        }
    }

    @Test
    void softwareInJavaFollowsTheFeed() throws Exception {
        follows(java("FollowFeed"));
    }

    @Test
    void softwareInJavaReceivesWebhooks() throws Exception {
        receives(java("ReceiveWebhooks"));
    }

    @Test
    void softwareInTypeScriptFollowsTheFeed() throws Exception {
        follows(typeScript("follow-feed"));
    }

    @Test
    void softwareInTypeScriptReceivesWebhooks() throws Exception {
        receives(typeScript("receive-webhooks"));
    }

    /** Runs the profile SI, or one scenario of it. */
    private void passes(String scenario, String... program) throws Exception {
        passesAll(LONG ? "{\"profile\": \"SI\"}" : "{\"scenarios\": [\"" + scenario + "\"]}", program);
    }

    private void passesAll(String wanted, String... program) throws Exception {
        var hub = Map.of("HUB", Partner.address(), "CLIENT_ID", SERVICE, "CLIENT_SECRET", Partner.secret(SERVICE));
        var said = start(hub, program);
        var bench = Partner.of(SERVICE).atBench();
        var runs = bench.post("/runs", wanted).expect(201).json();
        var path = "/runs/" + runs.path("id").asText();
        for (int i = 0; i < runs.path("scenarios").size(); i++) {
            var state = "scenarios/" + i + "/state";
            Wait.until(() -> bench.get(path).field(state), now -> now.equals("PASSED") || now.equals("FAILED"));
        }
        var ended = bench.get(path).json();
        assertEquals("PASSED", ended.path("state").asText(), ended + Files.readString(said));
    }

    /** Lets an operator run its profile, or two scenarios; in the profile, one télédossier is for three services. */
    private void passesAsOperator(String... program) throws Exception {
        var client = "demo-snated";
        var recipients =
                LONG ? "99000200800011-99000," + newRecipient() + "," + newRecipient() : "99000200800011-99000";
        var environment = Map.of(
                "HUB",
                Partner.address(),
                "CLIENT_ID",
                client,
                "CLIENT_SECRET",
                Partner.secret(client),
                "PROCESS",
                "SNATED",
                "TYPE",
                "documents",
                "RECIPIENTS",
                recipients);
        var command = new ArrayList<>(List.of(program));
        if (!LONG) {
            command.addAll(List.of("operator-nominal", "operator-upload-cut"));
        }
        var said = start(environment, command.toArray(String[]::new));
        assertEquals(0, running.get(running.size() - 1).waitFor(), Files.readString(said));
    }

    private static String newRecipient() {
        var town = NewTown.fresh().registered();
        town.inService("SNATED", "API");
        return town.companyRegister() + "-" + town.branchCode();
    }

    @Test
    void theOperatorInJavaPassesTheTestBench() throws Exception {
        passesAsOperator(JAVA, "-cp", System.getProperty("java.class.path"), BenchOperator.class.getName());
    }

    @Test
    void theOperatorInTypeScriptPassesTheTestBench() throws Exception {
        passesAsOperator(client("bench-operator"));
    }

    @Test
    void theConnectorInJavaPassesTheTestBench() throws Exception {
        passes(
                "duplicate-notification",
                JAVA,
                "-cp",
                System.getProperty("java.class.path"),
                BenchService.class.getName());
    }

    @Test
    void theConnectorInTypeScriptPassesTheTestBench() throws Exception {
        passes("nominal", client("bench"));
    }

    @Test
    void theConnectorInPythonPassesTheTestBench() throws Exception {
        passes("token-expired", script("python3", "python/bench.py"));
    }

    @Test
    void theOperatorInPythonPassesTheTestBench() throws Exception {
        passesAsOperator(script("python3", "python/bench-operator.py"));
    }

    @Test
    void theConnectorInPhpPassesTheTestBench() throws Exception {
        passes("odd-names", script("php", "php/bench.php"));
    }

    @Test
    void theOperatorInPhpPassesTheTestBench() throws Exception {
        passesAsOperator(script("php", "php/bench-operator.php"));
    }

    /** Returns the command that runs a program of the clients; skips the test where its language is missing, except in continuous integration. */
    private String[] script(String language, String program) throws Exception {
        assumeTrue(
                "true".equals(System.getenv("CI"))
                        || !output(language, "--version").isEmpty(),
                language + " is not installed");
        return new String[] {
            "env",
            "PYTHONDONTWRITEBYTECODE=1",
            language,
            CLIENTS.resolve(program).toString()
        };
    }

    @Test
    @EnabledIfSystemProperty(named = "hubee.long", matches = "true")
    void softwareInTypeScriptThatFollowsTheFeedAndReceivesWebhooksPassesTheTestBench() throws Exception {
        var program = client("bench");
        withEndpoint(
                Partner.of(SERVICE).atFeed(),
                typeScript("receive-webhooks"),
                said -> passesAll("{\"profile\": \"PUSH\"}", program));
    }

    /** Compiles a program of the client. */
    private String[] client(String program) throws Exception {
        modules();
        var source = DOCS.resolve("../tools/client/target/typescript");
        try (var files = Files.walk(source)) {
            for (var file :
                    (Iterable<Path>) files.filter(each -> each.toString().endsWith(".ts"))::iterator) {
                var copy = folder.resolve(source.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return compiled(program);
    }

    @Test
    void theManualShowsThesePrograms() throws IOException {
        var manual = Files.readString(DOCS.resolve("api.md"));
        try (var programs = Files.list(DOCS.resolve("examples"))) {
            for (var program : (Iterable<Path>) programs::iterator) {
                assertTrue(manual.contains("\n" + Files.readString(program) + "```\n"), program::toString);
            }
        }
    }
}
