package fr.hubee.it.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fr.hubee.it.OverHttp;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Software on the test bench: it passes a scenario, or is told what is wrong with it. */
class BenchIT extends OverHttp {
    /** An instructing service that may send files. */
    static final String TOWN = "demo-clairmont-recensement";

    final Partner town = described(Partner.of(TOWN));
    final Partner bench = town.atBench();

    @Test
    void softwareThatWorksAsTheContractSaysPasses() {
        var run = runs("nominal", notification -> {
            read(notification);
            town.acknowledge(notification).expect(204);
            move(notification, "SI_RECEIVED");
            move(notification, "DONE");
        });

        assertEquals("PASSED", run.path("state").asText(), run::toString);
        bench.with("Accept", "application/xml")
                .get("/runs/" + run.path("id").asText())
                .expect(200)
                .shows("<testsuite name=\"HubEE\" tests=\"1\" failures=\"0\"", "name=\"nominal\"")
                .hides("<failure");
    }

    @Test
    void softwareThatAcknowledgesBeforeItReadsHasThatAsItsProblem() {
        var run = runs("nominal", notification -> {
            town.acknowledge(notification).expect(204);
            read(notification);
        });

        assertEquals(
                "Your software removed the notification before reading the file: if it stops in between, it will not see it again.",
                problem(run));
    }

    @Test
    void theProblemOfSoftwareThatDoesNotWaitHasTheTime() {
        var run = runs("too-many-calls", notification -> {}); // it looks at each case, every moment

        assertTrue(
                problem(run)
                        .matches(
                                "Your software sent GET /teledossiers/v1/cases/.* again after [0-9,]+ s instead of waiting for 5 s.*"),
                run::toString);
        Wait.until(() -> reason(TOWN, 429), "TOO_MANY_CALLS"::equals);
    }

    /** Returns why the log of its calls says that the bench refused them, all of them for the same reason. */
    private static String reason(String client, int status) {
        return Database.text(
                "select max(reason) from api_call where client_id = ? and status = ? and path is not null and message like 'Test bench: %'",
                client, status);
    }

    @Test
    void whatIsStoppedIsOverWhereItIsAndDoesNotKeepTheSoftwareBusy() {
        var operator = Partner.of("demo-dinum");
        var tried = operator.atBench();
        var wanted = "{\"scenarios\": [\"operator-nominal\", \"operator-closing\"]}";
        var run = "/runs/" + tried.post("/runs", wanted).expect(201).field("id");
        Wait.until(() -> tried.get(run).field("scenarios/0/state").equals("RUNNING"));
        operator.get("/nothing").expect(404);
        Wait.until(() -> Database.count(
                        "bench_call join bench_run r on r.id = run where status = 404 and cast(batch as varchar) = ?",
                        run.substring(6))
                == 1);

        tried.delete(run).expect(204);
        var stopped = tried.get(run).json();
        assertEquals("FAILED", stopped.path("state").asText());
        assertEquals("FAILED", stopped.at("/scenarios/1/state").asText());
        assertEquals("The run was stopped here, on request.", problem(stopped));

        var next = "/runs/" + tried.post("/runs", wanted).expect(201).field("id");
        tried.delete(next).expect(204);
        tried.delete(next).expect(204);
        assertEquals(stopped, tried.get(run).json());
    }

    @Test
    void aCallThatNoColumnTakesIsWrittenAsFarAsItFitsAndStopsNoOtherOne() {
        var operator = Partner.of("demo-dinum");
        var tried = operator.atBench();
        var run = started(tried, "operator-nominal");
        Wait.until(() -> tried.get(run).field("scenarios/0/state").equals("RUNNING"));

        operator.get("/zero/%00").expect(404);
        Partner.send(operator.request("/nothing").method("A-METHOD-OF-ITS-OWN", BodyPublishers.noBody()));
        operator.get("/after").expect(404);

        Wait.until(() -> seen(run, "path = '/teledossiers/v1/after'") == 1);
        assertEquals(1, seen(run, "path = '/teledossiers/v1/zero/\uFFFD'"));
        assertEquals(1, seen(run, "method = 'A-METHOD-O'"));
        tried.delete(run).expect(204);
    }

    /** Returns how many such calls of what was started together are written. */
    private static int seen(String run, String which) {
        return Database.count(
                "bench_call join bench_run r on r.id = run where cast(batch as varchar) = ? and " + which,
                run.substring("/runs/".length()));
    }

    @Test
    void otherSoftwareOfTheSameTownNeitherReadsNorStopsARun() {
        var owner = Partner.of("demo-clairmont-certdc").atBench();
        var other = Partner.of("demo-clairmont-etatcivil").atBench();
        var run = started(owner, "nominal");

        assertEquals("Unauthorized user", other.get(run).expect(403).error());
        other.delete(run).expect(403);

        assertNotEquals("FAILED", owner.get(run).expect(200).field("state"));
        owner.delete(run).expect(204);
    }

    /** Starts a scenario, and returns the address of the run. */
    private static String started(Partner software, String scenario) {
        return "/runs/"
                + software.post("/runs", "{\"scenarios\": [\"%s\"]}".formatted(scenario))
                        .expect(201)
                        .field("id");
    }

    /** The socket holds some megabytes at most: more has left only once it was read. */
    @Test
    void anUploadIsCutWhenHalfOfItHasCome() {
        var piece = new byte[16_000];
        int size = 2_500 * piece.length;
        var operator = "demo-dinum"; // nobody else tries it
        var tried = Partner.of(operator).atBench();
        var run = "/runs/"
                + tried.post("/runs", "{\"scenarios\": [\"operator-upload-cut\"]}")
                        .expect(201)
                        .field("id");
        Wait.until(() -> tried.get(run).field("scenarios/0/steps/0/state").equals("DONE"));
        var left = new AtomicInteger();
        Iterable<byte[]> pieces = () -> Stream.generate(() -> {
                    left.addAndGet(piece.length);
                    return piece;
                })
                .limit(2_500)
                .iterator();
        var file = "/teledossiers/v1/folders/%1$s/attachments/%1$s".formatted(UUID.randomUUID());
        var upload = Partner.to(file)
                .header("Authorization", "Bearer " + Partner.newToken(operator))
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(pieces), size));

        assertThrows(UncheckedIOException.class, () -> Partner.send(upload));
        assertTrue(left.get() >= size / 2, () -> left + " bytes");
        assertTrue(left.get() < size, "all of it");
        Wait.until(() -> reason(operator, 503), "BODY_CUT"::equals);
        tried.delete(run).expect(204);
    }

    static Partner described(Partner software) {
        return software.with("editorName", "Ponant")
                .with("applicationName", "Connecteur")
                .with("softwareVersion", "2.1");
    }

    /** Reads the case with its files, as its notification asks. */
    private void read(JsonNode notification) {
        var path = "/cases/" + notification.path("caseId").asText();
        var read = town.get(path).expect(200).json();
        for (var file : read.path("attachments")) {
            town.get(path + "/attachments/" + file.path("id").asText()).expect(200);
        }
    }

    private Answer move(JsonNode notification, String status) {
        return town.post("/cases/" + notification.path("caseId").asText() + "/events", Deposit.moving(status))
                .expect(201);
    }

    /** Runs a scenario to its end with software that works like this, and returns the run. */
    private JsonNode runs(String scenario, Consumer<JsonNode> software) {
        var started = bench.post("/runs", "{\"scenarios\": [\"%s\"]}".formatted(scenario))
                .expect(201);
        return Wait.until(
                () -> {
                    for (var notification :
                            town.get("/notifications?maxResult=1000").json()) {
                        if (town.get("/cases/" + notification.path("caseId").asText() + "?lite=true")
                                .text()
                                .contains("\\\"scenario\\\"")) {
                            software.accept(notification);
                        }
                    }
                    return bench.get("/runs/" + started.field("id")).expect(200).json();
                },
                run -> !run.path("state").asText().equals("RUNNING"));
    }

    /** Returns what is wrong with the software; empty for nothing. */
    private static String problem(JsonNode run) {
        return StreamSupport.stream(run.at("/scenarios/0/steps").spliterator(), false)
                .filter(step -> step.path("state").asText().equals("FAILED"))
                .map(step -> step.path("problem").asText())
                .findFirst()
                .orElse("");
    }
}
