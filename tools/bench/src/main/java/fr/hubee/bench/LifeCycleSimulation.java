package fr.hubee.bench;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The whole life of a folder, repeated: deposited with two files, found in the queue, fetched, handled, answered,
 * closed. Each user of this Gatling simulation plays the operator (OSL) and the service (SI) in turn.
 */
public final class LifeCycleSimulation extends Simulation {
    private static final int USERS = Integer.getInteger("bench.users");
    private static final int CYCLES = Integer.getInteger("bench.cycles");
    /** Cycles that begin each second; null when each user begins the next one as soon as one ends. */
    private static final Integer RATE = Integer.getInteger("bench.rate");

    private static final String FOLDER = "/folders/#{folderId}";
    private static final String CASE = "/cases/#{caseId}";
    private static final String EVENT = CASE + "/events/#{eventId}";

    private final AtomicInteger number = new AtomicInteger();
    private final SampleFiles files = new SampleFiles();
    private final Calls osl = new Calls(System.getProperty("bench.osl"));
    private final Calls si = new Calls(System.getProperty("bench.si"));
    private final Durations durations = new Durations();

    public LifeCycleSimulation() {
        var cycle = exitBlockOnFail()
                .on(exec(this::begin)
                        .exec(group("whole life cycle").on(deposit(), handle(), close()))
                        .exec(this::end));
        var protocol = http.baseUrl(System.getProperty("bench.address"))
                .acceptHeader("application/json")
                .disableCaching();
        setUp(load(cycle)).protocols(protocol);
    }

    private static PopulationBuilder load(ChainBuilder cycle) {
        var exchange = scenario("exchange");
        return RATE == null
                ? exchange.exec(repeat(CYCLES / USERS).on(cycle)).injectOpen(atOnceUsers(USERS))
                : exchange.exec(cycle)
                        .injectOpen(constantUsersPerSec(RATE).during(Integer.getInteger("bench.seconds")));
    }

    private Session begin(Session session) {
        return session.set("number", "B-" + number.incrementAndGet()).set("start", System.nanoTime());
    }

    private Session end(Session session) {
        durations.add(System.nanoTime() - session.getLong("start"));
        return session;
    }

    @Override
    public void after() {
        durations.write(System.getProperty("bench.durations"));
    }

    private ChainBuilder deposit() {
        var create = osl.post("POST folder", "/folders", files.folder("#{number}"))
                .check(jsonPath("$.id").saveAs("folderId"))
                .check(jsonPath("$.cases[0].id").saveAs("caseId"))
                .check(jsonPath("$.attachments[0].id").saveAs("xmlId"))
                .check(jsonPath("$.attachments[1].id").saveAs("pdfId"));
        return exec(create)
                .exec(osl.put("PUT file 1", FOLDER + "/attachments/#{xmlId}", files.xml()))
                .exec(osl.put("PUT file 2", FOLDER + "/attachments/#{pdfId}", files.pdf()))
                .exec(osl.patch("PATCH folder complete", FOLDER, "{\"globalStatus\":\"HUBEE_COMPLETED\"}"));
    }

    private ChainBuilder handle() {
        return exec(si.poll("SI polls", "noticeId"))
                .exec(si.get("GET case", CASE))
                .exec(si.download("GET file 1", CASE + "/attachments/#{xmlId}", files.xml().length))
                .exec(si.download("GET file 2", CASE + "/attachments/#{pdfId}", files.pdf().length))
                .exec(si.post("POST event SENT", CASE + "/events", event("SENT", false)))
                .exec(si.post("POST event DONE", CASE + "/events", event("DONE", true))
                        .check(jsonPath("$.id").saveAs("eventId")))
                .exec(si.delete("SI deletes", "/notifications/#{noticeId}"));
    }

    private ChainBuilder close() {
        return exec(osl.poll("OSL polls", "answerId"))
                .exec(osl.get("GET event", EVENT))
                .exec(osl.patch("PATCH event RECEIVED", EVENT, "{\"status\":\"RECEIVED\"}"))
                .exec(osl.patch("PATCH case CLOSED", CASE, "{\"status\":\"CLOSED\"}"))
                .exec(osl.patch("PATCH folder CLOSED", FOLDER, "{\"globalStatus\":\"CLOSED\"}"))
                .exec(osl.delete("OSL deletes", "/notifications/#{answerId}"))
                .exec(si.poll("SI polls again", "receiptId"))
                .exec(si.delete("SI deletes receipt", "/notifications/#{receiptId}"));
    }

    private static String event(String status, boolean notification) {
        return """
                {"actionType": "STATUS_UPDATE", "notification": %s, "author": "Service état civil",
                 "message": "Votre demande est traitée", "caseNewStatus": "%s"}""".formatted(notification, status);
    }
}
